package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Alertmanagers of one environment: reads all of them at once, and writes to one of each cluster. */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final List<Alertmanager> alertmanagers;
    private final String deadMansSwitch;
    private final Executor executor;
    private final Clock clock;
    private final Instant began;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile List<MemberState> states;
    private volatile Board board = Board.EMPTY;

    Watch(List<Alertmanager> alertmanagers, String deadMansSwitch, Executor executor, Clock clock) {
        this.alertmanagers = List.copyOf(alertmanagers);
        this.deadMansSwitch = deadMansSwitch;
        this.executor = executor;
        this.clock = clock;
        this.began = clock.instant();
        this.states = alertmanagers.stream()
                .map(each -> new MemberState(each.address(), null, null, ""))
                .toList();
    }

    Board board() {
        return board;
    }

    List<Cluster> clusters() {
        return Cluster.of(states);
    }

    /** Reads every member, waiting at most as long as the slowest call may take. Returns whether the board changed. */
    boolean read(List<AlertGroup> pending) {
        reading.lock();
        try {
            List<CompletableFuture<MemberState>> answers = new ArrayList<>();
            for (int i = 0; i < alertmanagers.size(); i++) {
                Alertmanager alertmanager = alertmanagers.get(i);
                MemberState before = states.get(i);
                answers.add(CompletableFuture.supplyAsync(() -> ask(alertmanager, before), executor));
            }
            states = answers.stream().map(CompletableFuture::join).toList();
            Board before = board;
            board = merged(pending);
            return !board.sameAs(before);
        } finally {
            reading.unlock();
        }
    }

    private MemberState ask(Alertmanager alertmanager, MemberState before) {
        try {
            return before.answered(alertmanager.read());
        } catch (Problem problem) {
            return before.failed(problem, clock.instant());
        } catch (RuntimeException e) {
            log.warn("The answer of Alertmanager {} is not understood", alertmanager.address(), e);
            return before.failed(
                    new Unavailable(
                            alertmanager.address(),
                            "Alertmanager at " + alertmanager.address()
                                    + " answers with something that Binnacle does not understand.",
                            e),
                    clock.instant());
        }
    }

    private Board merged(List<AlertGroup> pending) {
        Merging merging = new Merging(deadMansSwitch);
        List<Silence> silences = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        List<Cluster> clusters = clusters();
        for (Cluster cluster : clusters) {
            cluster.readings().forEach(merging::add);
            silences.addAll(cluster.silences());
            members.addAll(cluster.described());
        }
        pending.forEach(merging::add);
        silences.sort(Comparator.comparing(Silence::endsAt).thenComparing(Silence::id));
        return new Board(
                merging.groups(),
                merging.alerts(),
                silences,
                members,
                clusters.stream()
                        .flatMap(cluster -> cluster.failingSince().stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                deadMansSwitch());
    }

    private DeadMansSwitch deadMansSwitch() {
        return alertmanagers.isEmpty() || deadMansSwitch.isBlank()
                ? DeadMansSwitch.NOT_EXPECTED
                : new DeadMansSwitch(deadMansSwitch, lastArrival().orElse(null), began);
    }

    private Optional<Instant> lastArrival() {
        Optional<Instant> now = states.stream()
                .flatMap(state -> Optional.ofNullable(state.last()).stream())
                .flatMap(reading -> reading.lastArrival(deadMansSwitch).stream())
                .max(Comparator.naturalOrder());
        return now.or(() -> Optional.ofNullable(board.deadMansSwitch().lastArrived()));
    }

    /** Asks one member of each cluster for the silences that have ended, the last first. */
    List<Silence> ended() {
        return clusters().stream()
                .flatMap(cluster -> writable(cluster.name()).silences(true).stream()
                        .map(silence -> silence.silence(cluster.name())))
                .sorted(Comparator.comparing(Silence::endsAt).reversed().thenComparing(Silence::id))
                .toList();
    }

    /** Asks one member of each cluster that answers. */
    List<Configuration> configurations() {
        return clusters().stream().map(cluster -> configuration(cluster.name())).toList();
    }

    private Configuration configuration(String cluster) {
        try {
            return new Configuration(cluster, writable(cluster).status().configuration(), "");
        } catch (Problem problem) {
            return new Configuration(cluster, "", problem.sentence());
        }
    }

    Alertmanager writable(String cluster) {
        return clusters().stream()
                .filter(each -> each.name().equals(cluster))
                .flatMap(each -> each.members().stream())
                .filter(MemberState::answers)
                .findFirst()
                .flatMap(member -> alertmanagers.stream()
                        .filter(each -> each.address().equals(member.address()))
                        .findFirst())
                .orElseThrow(() -> new Unavailable(
                        cluster,
                        "Alertmanager at " + cluster + " does not answer now; nothing was changed there.",
                        null));
    }
}
