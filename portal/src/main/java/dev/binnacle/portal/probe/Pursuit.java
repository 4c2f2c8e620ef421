package dev.binnacle.portal.probe;

import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodProxy;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.Sightings;
import dev.binnacle.portal.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sends the request of a probe and looks for its line, stage by stage, as long as it is patient. */
@Component
class Pursuit {

    private static final Logger log = LoggerFactory.getLogger(Pursuit.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PodProxy proxy;
    private final WrittenLine written;
    private final Sightings sightings;
    private final ProbeRecords records;
    private final Clock clock;
    private final Duration patience;

    /** @param patience how long a line may take before it counts as lost; two minutes at most */
    Pursuit(
            PodProxy proxy,
            WrittenLine written,
            Sightings sightings,
            ProbeRecords records,
            Clock clock,
            @Value("${binnacle.probe.patience:60s}") Duration patience) {
        this.proxy = proxy;
        this.written = written;
        this.sightings = sightings;
        this.records = records;
        this.clock = clock;
        this.patience = patience;
    }

    /** As {@link #of}, but returns at once. */
    void begin(Environment environment, Pod pod, Probe probe) {
        Thread.ofVirtual().name("probe of " + environment.name()).start(() -> of(environment, pod, probe));
    }

    /** Returns when all stages were reached, or one was not in time; what became of it is in the records. */
    void of(Environment environment, Pod pod, Probe probe) {
        try {
            records.end(probe.id(), clock.instant(), outcome(environment, pod, probe));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            log.warn("The probe of {} was not followed to its end", environment.name(), fault);
        }
    }

    /** @return why not all stages were reached; empty where they were */
    private String outcome(Environment environment, Pod pod, Probe probe) throws InterruptedException {
        try {
            proxy.get(environment, pod, "/api?probe=" + probe.mark());
        } catch (Problem problem) {
            return "The echo service did not answer. " + problem.sentence();
        }
        Map<Stage, Duration> reached = new EnumMap<>(Stage.class);
        reach(probe, Stage.ANSWERED, reached);
        String unread = "";
        String unsearched = "";
        while (!reached.containsKey(Stage.VISIBLE)) {
            if (passed(probe).compareTo(patience) > 0) {
                return lost(pod, reached, unread, unsearched);
            }
            unread =
                    reached.containsKey(Stage.WRITTEN) ? "" : look(() -> lookIntoLog(environment, pod, probe, reached));
            unsearched = look(() -> {
                switch (sightings.of(environment, probe.mark(), probe.startedAt())) {
                    case NOWHERE -> {}
                    case ELSEWHERE -> reach(probe, Stage.SEARCHABLE, reached);
                    case VISIBLE -> {
                        reach(probe, Stage.SEARCHABLE, reached);
                        reach(probe, Stage.VISIBLE, reached);
                    }
                }
            });
            // Later looks are further apart, so that a line that is lost costs few searches.
            Thread.sleep(
                    reached.containsKey(Stage.VISIBLE)
                            ? Duration.ZERO
                            : PAUSE.plus(passed(probe).dividedBy(10)));
        }
        if (!reached.containsKey(Stage.WRITTEN)) { // it may have come since, and gone on at once
            unread = look(() -> lookIntoLog(environment, pod, probe, reached));
        }
        return reached.containsKey(Stage.WRITTEN) ? "" : "Its line was not seen in the log of the pod." + unread;
    }

    private void lookIntoLog(Environment environment, Pod pod, Probe probe, Map<Stage, Duration> reached) {
        if (written.isThere(environment, pod, probe)) {
            reach(probe, Stage.WRITTEN, reached);
        }
    }

    /** @return why it could not be looked, with a space before it; empty where it could */
    private static String look(Runnable looking) {
        try {
            looking.run();
            return "";
        } catch (Problem problem) {
            return " " + problem.sentence();
        }
    }

    private String lost(Pod pod, Map<Stage, Duration> reached, String unread, String unsearched) {
        if (reached.containsKey(Stage.SEARCHABLE)) {
            return "Its line is in the index, but not among the lines of this environment: is"
                    + " kubernetes.namespace_name set, and one of its namespaces?";
        }
        String late = " within " + patience.toSeconds() + " s.";
        return reached.containsKey(Stage.WRITTEN)
                ? "Its line is in the log of the pod, but could not be found in Elasticsearch" + late
                        + " Does the log shipper on " + pod.node() + " run?" + unsearched
                : "It was answered, but its line was not seen in the log of the pod" + late + unread;
    }

    private void reach(Probe probe, Stage stage, Map<Stage, Duration> reached) {
        Duration now = passed(probe);
        // What is found in the index was written by then, also where the log is read later.
        Duration at = stage == Stage.WRITTEN ? reached.getOrDefault(Stage.SEARCHABLE, now) : now;
        if (reached.putIfAbsent(stage, at) == null) {
            records.reached(probe.id(), stage, at);
        }
    }

    private Duration passed(Probe probe) {
        return Duration.between(probe.startedAt(), clock.instant());
    }
}
