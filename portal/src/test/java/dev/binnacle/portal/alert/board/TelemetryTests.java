package dev.binnacle.portal.alert.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.alert.board.Condition.Undelivered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryTests {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** Version 0.25 has no reason; receivers are named where that is switched on. */
    @Test
    void whatFailedIsCountedByIntegrationInEveryVersion() throws IOException {
        assertThat(read("""
                # HELP alertmanager_config_last_reload_successful Whether the last configuration reload attempt was successful.
                # TYPE alertmanager_config_last_reload_successful gauge
                alertmanager_config_last_reload_successful 0
                alertmanager_notifications_failed_total{integration="email"} 2
                alertmanager_notifications_failed_total{integration="webhook",reason="clientError"} 1
                alertmanager_notifications_failed_total{integration="webhook",reason="other"} 1.2e+01
                alertmanager_notifications_failed_total{integration="slack",receiver_name="on-call",reason="other"} NaN
                alertmanager_notifications_total{integration="email"} 9
                """))
                .isEqualTo(new Telemetry(true, Map.of("email", 2L, "webhook", 13L, "slack to on-call", 0L)));
        assertThat(read("")).isEqualTo(new Telemetry(false, Map.of()));
        assertThat(read("alertmanager_config_last_reload_successful 1\n").outdated())
                .isFalse();
    }

    @Test
    void whatFailedBeforeTheFirstLookIsNotNews() {
        Deliveries deliveries = new Deliveries();
        deliveries.counted(Map.of("webhook", 7L), NOON);
        assertThat(deliveries.undelivered()).isEmpty();
        deliveries.counted(Map.of("webhook", 9L, "email", 1L), NOON.plusSeconds(5));
        deliveries.counted(Map.of("webhook", 10L, "email", 1L), NOON.plusSeconds(10));
        assertThat(deliveries.undelivered())
                .containsExactly(
                        new Undelivered("email", 1, NOON.plusSeconds(5), NOON.plusSeconds(5)),
                        new Undelivered("webhook", 3, NOON.plusSeconds(5), NOON.plusSeconds(10)));
    }

    @Test
    void countersThatBeginAnewHaveStillCounted() {
        Deliveries deliveries = new Deliveries();
        deliveries.counted(Map.of("webhook", 7L), NOON);
        deliveries.counted(Map.of("webhook", 2L), NOON.plusSeconds(5));
        assertThat(deliveries.undelivered()).extracting(Undelivered::count).containsExactly(2L);
    }

    @Test
    void whatIsLongOverIsForgotten() {
        Deliveries deliveries = new Deliveries();
        deliveries.counted(Map.of("webhook", 0L), NOON);
        deliveries.counted(Map.of("webhook", 1L), NOON.plusSeconds(5));
        deliveries.counted(Map.of("webhook", 1L), NOON.plus(Duration.ofMinutes(9)));
        assertThat(deliveries.undelivered()).hasSize(1);
        deliveries.counted(Map.of("webhook", 1L), NOON.plus(Duration.ofMinutes(11)));
        assertThat(deliveries.undelivered()).isEmpty();
    }

    private static Telemetry read(String text) throws IOException {
        return Telemetry.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
