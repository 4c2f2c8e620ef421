package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.silence.ClusterOutcome;
import dev.binnacle.portal.environment.Environment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings Alertmanagers to what was decided of an occurrence: a silence on each cluster, or none. May be asked again at any
 * time, by any replica: the occurrence is held in PostgreSQL meanwhile, and a silence whose making was not recorded is
 * known again by its comment.
 */
@Component
class MaintenanceSilences {

    private final Boards boards;
    private final WindowRecords windows;
    private final OccurrenceRecords occurrences;
    private final OccurrenceSilences made;
    private final TransactionOperations transactions;
    private final Clock clock;

    MaintenanceSilences(
            Boards boards,
            WindowRecords windows,
            OccurrenceRecords occurrences,
            OccurrenceSilences made,
            TransactionOperations transactions,
            Clock clock) {
        this.boards = boards;
        this.windows = windows;
        this.occurrences = occurrences;
        this.made = made;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return what each cluster did that had something to do; nothing where another replica is at it */
    List<ClusterOutcome> settle(Environment environment, long window, Instant startsAt) {
        List<ClusterOutcome> outcomes = transactions.execute(_ -> occurrences
                .hold(window, startsAt)
                .map(held -> settle(environment, readNow(environment), held))
                .orElse(List.of()));
        if (outcomes != null && !outcomes.isEmpty()) {
            boards.refresh(environment);
        }
        return outcomes == null ? List.of() : outcomes;
    }

    private List<ClusterOutcome> settle(Environment environment, Board board, Decided held) {
        return held.state() == OccurrenceState.BEGUN ? begin(environment, board, held) : end(environment, board, held);
    }

    /**
     * Read while the occurrence is held, so that what another replica made before it died is seen; on a thread of its own,
     * because what others record of a reading is no part of this transaction.
     */
    private Board readNow(Environment environment) {
        return CompletableFuture.supplyAsync(() -> boards.refresh(environment), Thread::startVirtualThread)
                .join();
    }

    private List<ClusterOutcome> begin(Environment environment, Board board, Decided held) {
        Optional<MaintenanceWindow> window = windows.find(environment.id(), held.window());
        Map<String, String> there =
                made.standing(held.window(), held.occurrence().startsAt());
        List<ClusterOutcome> outcomes = new ArrayList<>();
        for (String cluster : window.isEmpty() ? List.<String>of() : board.clusters()) {
            if (!there.containsKey(cluster)) {
                outcomes.add(ClusterOutcome.of(cluster, () -> begin(environment, board, window.get(), held, cluster)));
            }
        }
        return outcomes;
    }

    private void begin(Environment environment, Board board, MaintenanceWindow window, Decided held, String cluster) {
        Silence wanted = window.silence(held.occurrence(), cluster, clock.instant());
        String id = board.silences().stream()
                .filter(there ->
                        there.cluster().equals(cluster) && there.comment().equals(wanted.comment()))
                .findFirst()
                .map(Silence::id)
                .orElseGet(() -> boards.silence(environment, wanted));
        made.add(window.id(), held.occurrence().startsAt(), cluster, id);
    }

    private List<ClusterOutcome> end(Environment environment, Board board, Decided held) {
        Instant startsAt = held.occurrence().startsAt();
        return made.standing(held.window(), startsAt).entrySet().stream()
                .map(there -> ClusterOutcome.of(there.getKey(), () -> {
                    board.silences().stream()
                            .filter(silence -> silence.id().equals(there.getValue()))
                            .forEach(silence -> boards.expire(environment, silence));
                    made.end(held.window(), startsAt, there.getKey(), clock.instant());
                }))
                .toList();
    }
}
