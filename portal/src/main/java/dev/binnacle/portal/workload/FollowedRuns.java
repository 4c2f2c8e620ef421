package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which runs of containers are read, each once, and from which of its lines on. */
final class FollowedRuns {

    /** How far the clocks of nodes may be off before the portal says so. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    /** How often a log is asked for that does not open. */
    private static final int TRIES = 3;

    private static final int LAST_LINES = 50;
    private static final int LAST_LINES_BEFORE = 2_000;

    private final boolean previous;
    private final boolean reconnected;
    private final Instant from;
    private final Set<String> atFirst = new HashSet<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> failed = new ConcurrentHashMap<>();
    private boolean looked;

    /**
     * @param previous whether it is the runs before the current ones
     * @param newest the moment of the newest line that the browser has; null for none, which shows the last lines of
     *     what is there now. Lines of different pods overtake each other; those that it has already it leaves out.
     */
    FollowedRuns(boolean previous, @Nullable Instant newest, Instant now) {
        this.previous = previous;
        this.reconnected = newest != null;
        this.from = (newest == null ? now : newest).minus(CLOCKS);
    }

    /** @return what is not read yet, each once, the runs that go on before those that are over */
    List<LoggedRun> unread(Collection<Pod> pods) {
        List<LoggedRun> runs = pods.stream()
                .flatMap(this::runs)
                .sorted(Comparator.comparing(LoggedRun::isOver))
                .toList();
        if (!looked) {
            runs.forEach(run -> atFirst.add(run.key()));
            looked = true;
        }
        Set<String> keys = new HashSet<>();
        return runs.stream().filter(run -> isUnread(run) && keys.add(run.key())).toList();
    }

    void begin(LoggedRun run) {
        begun.add(run.key());
    }

    /** Its log did not open: there is none, or it cannot be had at the moment. */
    void failed(LoggedRun run) {
        failed.merge(tried(run), 1, Integer::sum);
        begun.remove(run.key());
    }

    /** @return the last lines of what was there at first; of what came later, all that are new */
    PodLogs.Wanted wanted(LoggedRun run) {
        return new PodLogs.Wanted(
                run.pod().namespace(),
                run.pod().name(),
                run.container(),
                run.previous(),
                !run.previous() && !run.isOver(),
                previous ? LAST_LINES_BEFORE : LAST_LINES,
                !reconnected && atFirst.contains(run.key()) ? null : from);
    }

    private Stream<LoggedRun> runs(Pod pod) {
        return pod.containers().stream()
                .filter(container -> !container.init())
                .flatMap(container -> previous ? LoggedRun.before(pod, container).stream() : current(pod, container));
    }

    /** A run that ended, and was followed by another, between two looks is not to be missed. */
    private Stream<LoggedRun> current(Pod pod, Container container) {
        return Stream.concat(
                LoggedRun.latest(pod, container).filter(run -> !reconnected || !run.endedBefore(from)).stream(),
                LoggedRun.before(pod, container).filter(run -> run.isOver() && !run.endedBefore(from)).stream());
    }

    private boolean isUnread(LoggedRun run) {
        return !begun.contains(run.key()) && failed.getOrDefault(tried(run), 0) < TRIES;
    }

    /** A run that had not begun yet, although it counted as over, is tried anew once it goes on. */
    private static String tried(LoggedRun run) {
        return run.key() + (run.isOver() ? "/over" : "");
    }
}
