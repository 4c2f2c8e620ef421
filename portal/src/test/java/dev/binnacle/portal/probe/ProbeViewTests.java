package dev.binnacle.portal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.web.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProbeViewTests {

    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aStageThatWasNotSeenIsNoFaultOfALineThatArrived() {
        ProbeView view = view(
                Map.of(Stage.ANSWERED, SECOND, Stage.SEARCHABLE, SECOND, Stage.VISIBLE, SECOND),
                "Its line was not seen in the log of the pod. That is forbidden.");

        assertThat(view.marks())
                .extracting(ProbeView.Mark::status)
                .containsExactly(Status.OK, Status.UNKNOWN, Status.OK, Status.OK);
        assertThat(view.verdict().status()).isEqualTo(Status.OK);
        assertThat(view.verdict().because())
                .isEqualTo("Its line was not seen in the log of the pod. That is forbidden.");
    }

    @Test
    void aStageThatALostLineDidNotReachIsCritical() {
        assertThat(view(Map.of(Stage.ANSWERED, SECOND), "It was not seen.").marks())
                .extracting(ProbeView.Mark::status)
                .containsExactly(Status.OK, Status.CRITICAL, Status.CRITICAL, Status.CRITICAL);
    }

    private static ProbeView view(Map<Stage, Duration> reached, String trouble) {
        Probe probe = new Probe(UUID.randomUUID(), "", "echo/echo-1", TEN, reached, trouble, TEN.plusSeconds(2));
        return ProbeView.of(
                TestIndex.environmentOf("europe", "logs"),
                List.of(probe),
                null,
                Duration.ofMinutes(5),
                TEN.plusSeconds(60));
    }
}
