package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the log page for one request. */
final class LogPageWriting {

    private final Environment environment;
    private final Asked asked;
    private final Instant now;

    LogPageWriting(Environment environment, Asked asked, Instant now) {
        this.environment = environment;
        this.asked = asked;
        this.now = now;
    }

    LogView faulty(TimeRange range, QueryFault fault) {
        Verdict verdict = new Verdict(
                Status.WARNING,
                "The query cannot be read, so nothing was searched.",
                "The place is shown below the box.");
        return view(range, verdict, fault, null, null, null, List.of(), null);
    }

    LogView outOfTime(String sentence) {
        Verdict verdict =
                new Verdict(Status.WARNING, "The time range cannot be read, so nothing was searched.", sentence);
        return view(null, verdict, null, sentence, null, null, List.of(), null);
    }

    LogView without(Nothing nothing) {
        Verdict verdict = new Verdict(nothing.status(), nothing.says(), nothing.because());
        return view(null, verdict, null, null, nothing, null, List.of(), null);
    }

    LogView answered(TimeRange range, SearchOutcome outcome) {
        if (outcome instanceof SearchOutcome.Refused(String reason)) {
            return faulty(range, QueryFault.refused(reason));
        }
        if (!(outcome instanceof SearchOutcome.Found(Lines lines))) {
            return without(Troubles.of(outcome, environment.name()).orElseThrow());
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
                new HistogramDrawing(range, lines).draw(environment.name(), asked),
                LogSearches.rows(environment, asked, range, lines.lines()),
                Paged.after(lines, lines.lines().size(), lines.total(), fixed, environment.name()));
    }

    private LogView empty(TimeRange range, Lines lines) {
        boolean narrow = range.length().compareTo(Duration.ofHours(24)) < 0;
        String says = (asked.query().isEmpty() ? "No line was written " : "No line matches ") + RangeWords.within(range)
                + ".";
        Nothing nothing = Nothing.found(
                says,
                narrow ? "It may have happened earlier." : "Check the spelling of fields and values.",
                narrow ? "Search the last 24 hours" : null,
                narrow ? asked.during("now-24h", TimeRange.NOW).link(environment.name()) : null);
        Verdict verdict = new Verdict(nothing.status(), says, LogVerdict.answered(lines));
        return view(range, verdict, null, null, nothing, null, List.of(), null);
    }

    private LogView view(
            @Nullable TimeRange range,
            Verdict verdict,
            @Nullable QueryFault fault,
            @Nullable String timeFault,
            @Nullable Nothing nothing,
            @Nullable Histogram histogram,
            List<LineRow> rows,
            LogView.@Nullable More more) {
        String other = asked.newestFirst() ? Asked.OLDEST : Asked.NEWEST;
        return new LogView(
                environment.name(),
                asked,
                asked.link(environment.name()),
                range == null ? RangeWords.asWritten(asked) : RangeWords.label(range),
                ranges(),
                pill(),
                environment.namespaces().isEmpty() ? "" : String.join(", ", environment.namespaces()),
                verdict,
                fault,
                timeFault,
                nothing,
                histogram,
                asked.sort(),
                other,
                asked.sorted(other).link(environment.name()),
                rows,
                more);
    }

    private List<LogView.Range> ranges() {
        return Arrays.stream(QuickRange.values())
                .map(quick -> new LogView.Range(
                        quick.label(),
                        asked.during(quick.from(), TimeRange.NOW).link(environment.name()),
                        asked.from().equals(quick.from()) && asked.to().equals(TimeRange.NOW)))
                .toList();
    }

    private LogView.@Nullable Pill pill() {
        return WorkloadName.read(asked.workload())
                .map(pods -> new LogView.Pill(
                        pods.kind(),
                        pods.namespace() + "/" + pods.name(),
                        asked.ofWorkload("").link(environment.name())))
                .orElse(null);
    }
}
