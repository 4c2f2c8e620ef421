package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers what links to the log pages ask for. */
@Component
class LogSearches {

    private final LogStore store;
    private final Clock clock;

    LogSearches(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    LogView page(Environment environment, Asked asked) {
        LogPageWriting writing = new LogPageWriting(environment, asked, clock.instant());
        try {
            TimeRange range = TimeRange.of(asked.from(), asked.to(), clock.instant());
            return switch (Kql.parse(asked.query())) {
                case Parsed.Fault fault -> writing.faulty(range, QueryFault.at(asked.query(), fault));
                case Parsed.Understood(Clause clause) -> {
                    SearchOutcome outcome = store.search(environment, search(asked, clause, range));
                    yield writing.answered(range, outcome);
                }
            };
        } catch (InvalidTime invalid) {
            return writing.outOfTime(invalid.sentence());
        } catch (Unavailable unavailable) {
            return writing.without(Nothing.failing(unavailable.sentence()));
        } catch (Forbidden forbidden) {
            return writing.without(Nothing.forbidden(forbidden.sentence()));
        }
    }

    /** @param asked with moments, not relative to now, so that every page is of the same range */
    MoreLines more(Environment environment, Asked asked, Paged paged) {
        String again = asked.link(environment.name());
        try {
            TimeRange range = TimeRange.of(asked.from(), asked.to(), clock.instant());
            if (!(Kql.parse(asked.query()) instanceof Parsed.Understood(Clause clause))) {
                return new MoreLines(List.of(), null, "The query cannot be read.", again);
            }
            SearchOutcome outcome = store.more(environment, search(asked, clause, range), paged.continuation());
            if (outcome instanceof SearchOutcome.Found(Lines lines)) {
                long shown = paged.shown() + lines.lines().size();
                return new MoreLines(
                        rows(environment, asked, range, lines.lines()),
                        Paged.after(lines, shown, Math.max(shown, paged.total()), asked, environment.name()),
                        null,
                        again);
            }
            String trouble =
                    Troubles.of(outcome, environment.name()).map(Nothing::says).orElse("The query was refused.");
            return new MoreLines(List.of(), null, trouble, again);
        } catch (InvalidTime invalid) {
            return new MoreLines(List.of(), null, invalid.sentence(), again);
        } catch (Unavailable unavailable) {
            return new MoreLines(List.of(), null, unavailable.sentence(), again);
        } catch (Forbidden forbidden) {
            return new MoreLines(List.of(), null, forbidden.sentence(), again);
        }
    }

    static List<LineRow> rows(Environment environment, Asked asked, TimeRange range, List<Line> lines) {
        boolean dated = range.length().compareTo(Duration.ofDays(1)) > 0;
        return lines.stream()
                .map(line -> LineRow.of(environment.name(), asked, line, dated))
                .toList();
    }

    private static Search search(Asked asked, Clause clause, TimeRange range) {
        return new Search(
                clause,
                WorkloadName.read(asked.workload()).orElse(null),
                range.start(),
                range.end(),
                asked.newestFirst());
    }
}
