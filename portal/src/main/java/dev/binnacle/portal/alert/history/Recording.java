package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.BoardRead;
import dev.binnacle.portal.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the history from what is read of all Alertmanagers, and from what they notify of. An alert that is missing while
 * one of them is silent has not ended; when all are read again, it is known that its end was not seen.
 */
@Component
class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    /** How often it is kept that alerts were seen, though nothing changed. */
    private static final Duration SEEN = Duration.ofSeconds(15);

    /** What was told to have ended, and is read as firing no later than this, has ended all the same. */
    private static final Duration STRAGGLING = Duration.ofSeconds(10);

    private final HistoryRecords records;
    private final MutingRecords mutings;
    private final Sight sight;
    private final Months months;
    private final TransactionOperations transactions;
    private final Map<EnvironmentId, Reading.Gist> last = new ConcurrentHashMap<>();

    Recording(
            HistoryRecords records,
            MutingRecords mutings,
            Sight sight,
            Months months,
            TransactionOperations transactions) {
        this.records = records;
        this.mutings = mutings;
        this.sight = sight;
        this.months = months;
        this.transactions = transactions;
    }

    @EventListener
    void on(BoardRead read) {
        if (!read.board().known()) {
            return;
        }
        EnvironmentId environment = read.environment().id();
        Reading now = Reading.of(read, months::take);
        Reading.Gist gist = now.gist();
        Reading.Gist before = last.get(environment);
        if (before != null && gist.repeats(before, SEEN)) {
            return;
        }
        try {
            months.provide(now.firings().values().stream().map(Alert::startsAt).toList());
            if (Boolean.TRUE.equals(transactions.execute(_ -> sight.lock(environment) && keep(environment, now)))) {
                last.put(environment, gist);
            }
        } catch (DataAccessException | TransactionException failure) {
            LOG.debug("The history of {} is kept later", read.environment().name(), failure);
        }
    }

    /** @param told each key once */
    void told(EnvironmentId environment, Collection<Firing> told) {
        months.provide(told.stream().map(Firing::startsAt).toList());
        transactions.executeWithoutResult(_ -> records.keep(environment, told, Instant.EPOCH));
    }

    private boolean keep(EnvironmentId environment, Reading now) {
        Instant before = sight.until(environment).orElse(null);
        if (before != null && !now.at().isAfter(before)) {
            return true; // Another replica read later.
        }
        Map<Firing.Key, Long> open = records.open(environment);
        List<Firing> begun = now.firings().entrySet().stream()
                .filter(firing -> !open.containsKey(firing.getKey()))
                .map(firing -> Firing.of(firing.getValue()))
                .toList();
        if (!begun.isEmpty()) {
            records.keep(environment, begun, now.at().minus(STRAGGLING));
        }
        if (now.whole()) {
            Instant blindSince = sight.saw(environment, before, now.at());
            Map<Firing.Key, Long> gone = new HashMap<>(open);
            gone.keySet().removeAll(now.firings().keySet());
            if (!gone.isEmpty()) {
                records.end(environment, gone, now.at(), blindSince);
            }
        }
        mute(environment, now);
        return true;
    }

    private void mute(EnvironmentId environment, Reading now) {
        Set<Muting> known = mutings.open(environment);
        Set<Muting> over = new HashSet<>(known);
        over.removeAll(now.mutings());
        over.removeIf(muting -> !now.whole() && !now.firings().containsKey(muting.firing()));
        Set<Muting> begun = new HashSet<>(now.mutings());
        begun.removeAll(known);
        if (!over.isEmpty()) {
            mutings.end(environment, over, now.at());
        }
        if (!begun.isEmpty()) {
            mutings.begin(environment, begun, now.at());
        }
    }
}
