package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Field;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the log page for one request. */
final class LogPageWriting {

    private final Environment environment;
    private final Asked asked;
    private final Instant now;
    private Beside beside = new Beside(List.of(), FoundMarks.NONE, 0);

    LogPageWriting(Environment environment, Asked asked, Instant now) {
        this.environment = environment;
        this.asked = asked;
        this.now = now;
    }

    /**
     * What a page shows besides the lines.
     *
     * @param fields of the index
     * @param marks of what happened in the range
     * @param mostExported how many lines a file has at most
     */
    record Beside(List<Field> fields, FoundMarks marks, long mostExported) {}

    LogView faulty(TimeRange range, QueryFault fault) {
        return view(range, fault.verdict(), fault, null, null, null, List.of(), null, null);
    }

    LogView outOfTime(String sentence) {
        Verdict verdict =
                new Verdict(Status.WARNING, "The time range cannot be read, so nothing was searched.", sentence);
        return view(null, verdict, null, sentence, null, null, List.of(), null, null);
    }

    LogView without(Nothing nothing) {
        return without(null, nothing);
    }

    /** @param range null where it cannot be read, or does not matter any more */
    LogView without(@Nullable TimeRange range, Nothing nothing) {
        Verdict verdict = new Verdict(nothing.status(), nothing.says(), nothing.because());
        return view(range, verdict, null, null, nothing, null, List.of(), null, null);
    }

    /** @param known what else is known */
    LogView answered(TimeRange range, Search search, SearchOutcome<Lines> outcome, Beside known) {
        beside = known;
        if (outcome instanceof SearchOutcome.Refused(String reason)) {
            return faulty(range, QueryFault.refused(reason));
        }
        if (!(outcome instanceof SearchOutcome.Found(Lines lines))) {
            return without(range, Troubles.of(outcome, environment.name()).orElseThrow());
        }
        if (lines.lines().isEmpty()) {
            return empty(range, lines);
        }
        Asked fixed = asked.during(range.start().toString(), range.end().toString());
        return view(
                range,
                LogVerdict.of(lines, asked, RangeWords.within(range), now),
                null,
                null,
                null,
                new HistogramDrawing(range, lines, search.split()).draw(environment.name(), asked, known.marks()),
                LogSearches.rows(environment, asked, range, lines.lines()),
                Paged.after(lines, lines.lines().size(), lines.total(), fixed, environment.name()),
                ExportLinks.of(environment.name(), fixed, lines.total(), known.mostExported()));
    }

    private LogView empty(TimeRange range, Lines lines) {
        boolean narrow = range.length().compareTo(Duration.ofHours(24)) < 0;
        String says = (asked.narrowed() ? "No line matches " : "No line was written ") + RangeWords.within(range) + ".";
        Nothing nothing = Nothing.found(
                says,
                narrow ? "It may have happened earlier." : "Check the spelling of fields and values.",
                narrow ? "Search the last 24 hours" : null,
                narrow ? asked.during("now-24h", TimeRange.NOW).link(environment.name()) : null);
        Verdict verdict = new Verdict(nothing.status(), says, LogVerdict.answered(lines));
        return view(range, verdict, null, null, nothing, null, List.of(), null, null);
    }

    private LogView view(
            @Nullable TimeRange range,
            Verdict verdict,
            @Nullable QueryFault fault,
            @Nullable String timeFault,
            @Nullable Nothing nothing,
            @Nullable Histogram histogram,
            List<LineRow> rows,
            LogView.@Nullable More more,
            @Nullable ExportLinks export) {
        return new LogView(
                environment.name(),
                asked,
                asked.link(environment.name()),
                asked.with(Asked.QUERY, "").linkTo(environment.name(), "/suggestions"),
                LogTimes.of(environment.name(), asked, range),
                pill(),
                FilterPill.of(environment.name(), asked),
                environment.namespaces().isEmpty() ? "" : String.join(", ", environment.namespaces()),
                FieldsPanel.missing(asked, beside.fields()),
                verdict,
                fault,
                timeFault,
                nothing,
                histogram,
                beside.fields().isEmpty() || rows.isEmpty()
                        ? null
                        : FieldsPanel.of(environment.name(), asked, beside.fields()),
                LineTable.of(environment.name(), asked),
                rows,
                more,
                export);
    }

    private LogView.@Nullable Pill pill() {
        return WorkloadName.read(asked.workload())
                .map(pods -> new LogView.Pill(
                        pods.kind(),
                        pods.namespace() + "/" + pods.name(),
                        asked.with(Asked.WORKLOAD, "").link(environment.name())))
                .orElse(null);
    }
}
