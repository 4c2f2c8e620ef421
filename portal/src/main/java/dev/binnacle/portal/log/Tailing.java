package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Newest;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows the lines of a search as they become searchable. A browser asks again and again, and tells the moment of the
 * newest line that it has; lines that arrive late are sent as long as they are not older than some seconds.
 */
@Component
class Tailing {

    /** The most lines that are sent at once; what there is beyond is counted, not shown. */
    static final int MOST = 300;

    /** The most that are sent to a browser that did not ask for a while. */
    static final int MOST_MISSED = 1_000;

    /** What the least exact of indices tells apart. */
    private static final Duration ONE_MOMENT = Duration.ofMillis(1);

    private static final Duration LATE = Duration.ofSeconds(10);

    /** Clocks of machines differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final LogStore store;
    private final Clock clock;

    Tailing(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param since from when lines are counted: when the tail began, and then the moment that the last answer said
     * @param newest the moment that the last answer said; {@code since} where there was none
     * @param behind whether the browser did not ask for a while, so that more is sent at once
     */
    TailPiece after(Environment environment, Asked asked, Instant since, Instant newest, boolean behind) {
        try {
            Instant now = clock.instant();
            TimeRange range = TimeRange.of(
                    asked.during(since.toString(), now.plus(AHEAD).toString()).with(Asked.SORT, Asked.NEWEST), now);
            if (!TimeRange.isDatable(newest)) {
                throw new InvalidTime("No line can be of " + newest + ", which is out of " + TimeRange.YEARS + ".");
            }
            if (!(Meaning.of(asked) instanceof Meaning.Clear clear)) {
                return TailPiece.trouble("The query cannot be read; the log page shows where.");
            }
            TailWindow window = new TailWindow(since, newest, now);
            SearchOutcome<Newest> outcome = store.newest(
                    environment,
                    clear.during(range, asked.with(Asked.SORT, Asked.NEWEST)),
                    window.next(),
                    behind ? MOST_MISSED : MOST);
            if (!(outcome instanceof SearchOutcome.Found<Newest>(Newest found))) {
                return TailPiece.trouble(Troubles.says(outcome, environment.name()));
            }
            return behind
                    ? piece(environment, asked, range, window, found, since, missed(environment, asked, found, newest))
                    : piece(environment, asked, range, window, found, newest.minus(LATE), null);
        } catch (InvalidTime invalid) {
            return TailPiece.trouble(invalid.sentence());
        } catch (Unavailable | Forbidden failing) {
            return TailPiece.trouble(failing.sentence());
        }
    }

    /** @return the log page with the lines between what the browser has and what it is sent; null where there are none */
    private static @Nullable String missed(Environment environment, Asked asked, Newest found, Instant newest) {
        if (found.total() <= found.lines().size()
                || !found.lines().getLast().at().isAfter(newest)) {
            return null;
        }
        Instant oldest = found.lines().getLast().at();
        return asked.during(newest.toString(), oldest.plus(ONE_MOMENT).toString())
                .link(environment.name());
    }

    private TailPiece piece(
            Environment environment,
            Asked asked,
            TimeRange range,
            TailWindow window,
            Newest found,
            Instant notBefore,
            @Nullable String missed) {
        List<Line> wanted = found.lines().stream()
                .filter(line -> !line.at().isBefore(notBefore))
                .toList()
                .reversed();
        return new TailPiece(
                LogSearches.rows(environment, asked, range, wanted),
                wanted.stream().map(line -> line.index() + "/" + line.id()).toList(),
                found.total(),
                (found.failedShards() == 0 ? window.next() : window.nextOfParts()).toString(),
                found.recent(),
                wanted.isEmpty() ? "" : notAhead(wanted.getLast().at()).toString(),
                missed,
                Troubles.partial(found.failedShards()).strip(),
                null);
    }

    /** A line of a machine whose clock is ahead must not make those of all others late. */
    private Instant notAhead(Instant at) {
        return at.isAfter(clock.instant()) ? clock.instant() : at;
    }
}
