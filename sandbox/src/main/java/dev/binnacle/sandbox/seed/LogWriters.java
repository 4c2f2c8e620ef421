package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.pod.log.PodLogs;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The open logs of all pretended containers, one per run. */
final class LogWriters implements AutoCloseable {
    /** How long the files of a pod that is gone are kept for whoever ships them. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final PodLogs files;
    private final ServedLogs served;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<Path, PretendedLog> logs = new HashMap<>();
    private final Map<PretendedContainer, Instant> gone = new HashMap<>();
    private Set<PretendedContainer> known = new HashSet<>();

    LogWriters(PodLogs files, ServedLogs served, Clock clock, RandomGenerator random) {
        this.files = files;
        this.served = served;
        this.clock = clock;
        this.random = random;
    }

    /** Writes for each container that runs, begins logs of new runs, and ends those of runs that are over. */
    void tick(List<Pod> pods) throws IOException {
        Set<PretendedContainer> present = new HashSet<>();
        Set<Path> current = new HashSet<>();
        for (Pod pod : pods) {
            for (PretendedContainer container : PretendedContainer.of(pod)) {
                present.add(container);
                current.add(file(container));
                if (container.running()) {
                    log(container).tick();
                }
            }
        }
        logs.entrySet().removeIf(entry -> {
            boolean over = !current.contains(entry.getKey());
            if (over) {
                entry.getValue().close();
            }
            return over;
        });
        forget(present);
    }

    private PretendedLog log(PretendedContainer container) throws IOException {
        Path file = file(container);
        PretendedLog open = logs.get(file);
        if (open != null) {
            return open;
        }
        PretendedLog begun = new PretendedLog(file, LogScript.named(container.script()), clock, random);
        logs.put(file, begun);
        begun.write();
        files.forgetBefore(file, container.restart());
        served.serve(container);
        return begun;
    }

    private void forget(Set<PretendedContainer> present) {
        Set<String> uids = new HashSet<>();
        present.forEach(container -> uids.add(container.uid()));
        known.stream()
                .filter(container -> !uids.contains(container.uid()))
                .forEach(container -> gone.put(container, clock.instant()));
        known = present;
        for (Iterator<Map.Entry<PretendedContainer, Instant>> left =
                        gone.entrySet().iterator();
                left.hasNext(); ) {
            Map.Entry<PretendedContainer, Instant> entry = left.next();
            if (entry.getValue().plus(KEPT).isBefore(clock.instant())) {
                PretendedContainer container = entry.getKey();
                files.forget(container.namespace(), container.pod(), container.uid());
                left.remove();
            }
        }
    }

    private Path file(PretendedContainer container) {
        return files.file(
                container.namespace(), container.pod(), container.uid(), container.container(), container.restart());
    }

    @Override
    public void close() {
        logs.values().forEach(PretendedLog::close);
        logs.clear();
    }
}
