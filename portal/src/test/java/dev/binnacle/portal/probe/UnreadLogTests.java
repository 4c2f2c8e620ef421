package dev.binnacle.portal.probe;

import static dev.binnacle.portal.probe.ProbedPlatform.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.cluster.PodProxy;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.Sightings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A probe of a pod whose log cannot be read, though its lines arrive. */
@PageTest
@Import(ProbedPlatform.class)
@TestPropertySource(properties = {"binnacle.probe.interval=1h", "binnacle.probe.patience=20s"})
class UnreadLogTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EchoPods pods;
    private final Pursuit pursuit;
    private final ProbeRecords records;
    private final PodProxy proxy;
    private final PodLogs logs;
    private final Sightings sightings;

    UnreadLogTests(
            EchoPods pods, Pursuit pursuit, ProbeRecords records, PodProxy proxy, PodLogs logs, Sightings sightings) {
        this.pods = pods;
        this.pursuit = pursuit;
        this.records = records;
        this.proxy = proxy;
        this.logs = logs;
        this.sightings = sightings;
    }

    @Test
    void aLineThatArrivedKeepsWhyItWasNotSeenInTheLog() {
        Pod pod = withoutLog(shipped());
        Probe probe = begun(pod);
        pursuit.of(SHIPPED, pod, probe);

        Probe ended = found(probe);
        assertThat(ended.reached()).containsOnlyKeys(Stage.ANSWERED, Stage.SEARCHABLE, Stage.VISIBLE);
        assertThat(ended.trouble())
                .startsWith("Its line was not seen in the log of the pod. ")
                .contains("gone");
    }

    @Test
    void aLineThatComesBetweenALookIntoTheLogAndASearchIsSeenInBoth() {
        Pod pod = shipped();
        Probe probe = begun(pod);
        WrittenLine late = new WrittenLine(logs) {
            @Override
            boolean isThere(Environment environment, Pod pod, Probe probe) {
                return found(probe).reached().containsKey(Stage.VISIBLE) && super.isThere(environment, pod, probe);
            }
        };
        new Pursuit(proxy, late, sightings, records, Clock.systemUTC(), PATIENCE).of(SHIPPED, pod, probe);

        Probe ended = found(probe);
        assertThat(ended.reached()).containsOnlyKeys(Stage.values());
        assertThat(ended.reached().get(Stage.WRITTEN)).isEqualTo(ended.reached().get(Stage.SEARCHABLE));
        assertThat(ended.trouble()).isEmpty();
    }

    private Pod shipped() {
        await().atMost(PATIENCE).until(() -> pods.any(SHIPPED).isPresent());
        return pods.any(SHIPPED).orElseThrow();
    }

    private Probe begun(Pod pod) {
        Probe probe = new Probe(
                UUID.randomUUID(), "erin", pod.namespace() + "/" + pod.name(), Instant.now(), Map.of(), "", null);
        await().atMost(PATIENCE).until(() -> records.begin(SHIPPED.id(), probe, Instant.now()));
        return probe;
    }

    private Probe found(Probe probe) {
        return records.since(SHIPPED.id(), probe.startedAt().minusSeconds(1)).stream()
                .filter(one -> one.id().equals(probe.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Its only container is one that the cluster does not know. */
    private static Pod withoutLog(Pod pod) {
        Container known = pod.containers().getFirst();
        Container gone = new Container(
                "gone", known.image(), false, true, 0, known.requests(), known.limits(), known.state(), null);
        return new Pod(
                pod.namespace(),
                pod.name(),
                pod.uid(),
                pod.createdAt(),
                pod.labels(),
                pod.workload(),
                pod.revision(),
                pod.node(),
                pod.address(),
                pod.phase(),
                pod.ready(),
                pod.requests(),
                pod.priority(),
                pod.priorityClass(),
                pod.reason(),
                pod.message(),
                List.of(gone),
                pod.startedAt(),
                pod.deletedAt());
    }
}
