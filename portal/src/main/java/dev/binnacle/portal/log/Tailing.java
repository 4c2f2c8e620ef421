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
    private static final int MOST = 300;

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
     * @param since when the tail began
     * @param newest the moment of the newest line that the browser has; {@code since} where it has none
     */
    Piece after(Environment environment, Asked asked, Instant since, Instant newest) {
        try {
            TimeRange range = TimeRange.of(
                    asked.during(since.toString(), clock.instant().plus(AHEAD).toString())
                            .with(Asked.SORT, Asked.NEWEST),
                    clock.instant());
            if (!(Meaning.of(asked) instanceof Meaning.Clear clear)) {
                return Piece.trouble("The query cannot be read; the log page shows where.");
            }
            SearchOutcome<Newest> outcome =
                    store.newest(environment, clear.during(range, asked.with(Asked.SORT, Asked.NEWEST)), MOST);
            return outcome instanceof SearchOutcome.Found<Newest>(Newest found)
                    ? piece(environment, asked, range, found, newest.minus(LATE))
                    : Piece.trouble(Troubles.says(outcome, environment.name()));
        } catch (InvalidTime invalid) {
            return Piece.trouble(invalid.sentence());
        } catch (Unavailable | Forbidden failing) {
            return Piece.trouble(failing.sentence());
        }
    }

    private static Piece piece(Environment environment, Asked asked, TimeRange range, Newest found, Instant notBefore) {
        List<Line> wanted = found.lines().stream()
                .filter(line -> !line.at().isBefore(notBefore))
                .toList()
                .reversed();
        return new Piece(
                LogSearches.rows(environment, asked, range, wanted),
                wanted.stream().map(line -> line.index() + "/" + line.id()).toList(),
                found.total(),
                wanted.isEmpty() ? "" : wanted.getLast().cursor(),
                null);
    }

    /**
     * What is sent at once, oldest first.
     *
     * @param ids of the rows, by which a browser knows those that it has
     * @param total how many lines there were since the tail began
     * @param newest the moment of the last row; empty where there is none
     * @param trouble why there is nothing; null where there is something
     */
    record Piece(
            List<LineRow> rows,
            List<String> ids,
            long total,
            String newest,
            @Nullable String trouble) {

        static Piece trouble(String sentence) {
            return new Piece(List.of(), List.of(), 0, "", sentence);
        }
    }
}
