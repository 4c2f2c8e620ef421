package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.FieldValues;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.LogSurvey;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers what links to the log pages ask for. */
@Component
class LogSearches {

    private final LogStore store;
    private final LogSurvey survey;
    private final LogExport export;
    private final MarksOfAllRooms marks;
    private final Clock clock;

    LogSearches(LogStore store, LogSurvey survey, LogExport export, MarksOfAllRooms marks, Clock clock) {
        this.store = store;
        this.survey = survey;
        this.export = export;
        this.marks = marks;
        this.clock = clock;
    }

    LogView page(Environment environment, Asked asked) {
        LogPageWriting writing = new LogPageWriting(environment, asked, clock.instant());
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            return switch (Meaning.of(asked)) {
                case Meaning.Faulty(QueryFault fault) -> writing.faulty(range, fault);
                case Meaning.Clear clear -> {
                    var sought = marks.sought(environment, asked, range);
                    Search search = split(environment, asked, clear.during(range, asked));
                    SearchOutcome<Lines> outcome = store.search(environment, search);
                    yield writing.answered(
                            range,
                            search,
                            outcome,
                            new LogPageWriting.Beside(
                                    survey.fields(environment), MarksOfAllRooms.found(sought), export.most()));
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

    /** A field whose values cannot be counted splits nothing. */
    private Search split(Environment environment, Asked asked, Search search) {
        return !asked.by().isEmpty()
                        && survey.values(environment, search, asked.by())
                                instanceof SearchOutcome.Found<FieldValues>(FieldValues values)
                        && !values.values().isEmpty()
                ? search.splitBy(values.split(HistogramDrawing.PARTS))
                : search;
    }

    /** @param asked with moments, not relative to now, so that every page is of the same range */
    MoreLines more(Environment environment, Asked asked, Paged paged) {
        String again = asked.link(environment.name());
        int width = LineTable.of(environment.name(), asked).width();
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            if (!(Meaning.of(asked) instanceof Meaning.Clear clear)) {
                return new MoreLines(List.of(), width, null, "The query cannot be read.", again);
            }
            SearchOutcome<Lines> outcome = store.more(environment, clear.during(range, asked), paged.continuation());
            if (outcome instanceof SearchOutcome.Found(Lines lines)) {
                long shown = paged.shown() + lines.lines().size();
                return new MoreLines(
                        rows(environment, asked, range, lines.lines()),
                        width,
                        Paged.after(lines, shown, Math.max(shown, paged.total()), asked, environment.name()),
                        null,
                        again);
            }
            return new MoreLines(List.of(), width, null, Troubles.says(outcome, environment.name()), again);
        } catch (InvalidTime invalid) {
            return new MoreLines(List.of(), width, null, invalid.sentence(), again);
        } catch (Unavailable | Forbidden failing) {
            return new MoreLines(List.of(), width, null, failing.sentence(), again);
        }
    }

    static List<LineRow> rows(Environment environment, Asked asked, TimeRange range, List<Line> lines) {
        return lines.stream()
                .map(line -> LineRow.of(environment.name(), asked, line, range.zone(), range.isLong()))
                .toList();
    }
}
