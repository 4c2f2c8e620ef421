package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.pattern.Pattern;
import dev.binnacle.portal.log.pattern.Patterns;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the page of patterns for one request. */
final class PatternWriting {

    private static final int SHOWN = 100;
    private static final int EXAMPLE = 400;

    private final Environment environment;
    private final Asked asked;
    private final String since;

    PatternWriting(Environment environment, Asked asked, String since) {
        this.environment = environment;
        this.asked = asked;
        this.since = since;
    }

    PatternsView without(Nothing nothing) {
        return view(new Verdict(nothing.status(), nothing.says(), nothing.because()), nothing, "", List.of());
    }

    /** @param before what was there before; null where nothing is compared */
    PatternsView written(TimeRange range, PatternReading.Grouped found, PatternReading.@Nullable Grouped before) {
        Patterns patterns = found.patterns();
        if (patterns.lines() == 0) {
            return without(Nothing.found(
                    "No line matches " + RangeWords.within(range) + ".", "So there is no pattern.", null, null));
        }
        List<PatternsView.Row> rows = patterns.all().stream()
                .map(pattern ->
                        row(found, pattern, before != null && !before.patterns().knows(pattern)))
                .sorted(Comparator.comparing(PatternsView.Row::fresh).reversed())
                .limit(SHOWN)
                .toList();
        return view(verdict(range, patterns, rows, before), null, sample(found, before), rows);
    }

    private Verdict verdict(
            TimeRange range, Patterns patterns, List<PatternsView.Row> rows, PatternReading.@Nullable Grouped before) {
        int count = patterns.all().size();
        String most = rows.stream()
                .max(Comparator.comparingLong(PatternsView.Row::lines))
                .map(row -> "One makes " + row.share() + " % of them.")
                .orElse("");
        String says = "%,d %s %s of %,d lines %s."
                .formatted(
                        count,
                        count == 1 ? "pattern" : "patterns",
                        count == 1 ? "is that" : "are those",
                        patterns.lines(),
                        RangeWords.within(range));
        if (before == null) {
            return new Verdict(Status.UNKNOWN, says, most);
        }
        List<PatternsView.Row> fresh =
                rows.stream().filter(PatternsView.Row::fresh).toList();
        boolean errors = fresh.stream().anyMatch(row -> row.status() != null);
        return switch (fresh.size()) {
            case 0 -> new Verdict(Status.OK, "Nothing is new: each pattern was there before, too.", says);
            case 1 -> new Verdict(errors ? Status.WARNING : Status.UNKNOWN, "One pattern was not there before.", says);
            default ->
                new Verdict(
                        errors ? Status.WARNING : Status.UNKNOWN,
                        "%,d patterns were not there before.".formatted(fresh.size()),
                        says);
        };
    }

    private static String sample(PatternReading.Grouped found, PatternReading.@Nullable Grouped before) {
        String rare = found.patterns().rare() == 0
                ? ""
                : " %,d lines of rarer patterns are not shown."
                        .formatted(found.patterns().rare());
        String compared = before == null
                ? ""
                : " Compared with %s from the time as long before."
                        .formatted(lines(before.patterns().lines(), before.cut()));
        return "Of " + lines(found.patterns().lines(), found.cut()) + "." + compared + rare;
    }

    private static String lines(long lines, boolean cut) {
        return cut ? "a sample of %,d lines".formatted(lines) : "all %,d lines".formatted(lines);
    }

    private PatternsView.Row row(PatternReading.Grouped found, Pattern pattern, boolean fresh) {
        return new PatternsView.Row(
                fresh,
                pattern.lines(),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        100.0 * pattern.lines() / found.patterns().lines()),
                pattern.errors() > 0 ? "critical" : null,
                pieces(pattern),
                Excerpt.of(pattern.example(), List.of(), EXAMPLE).text(),
                filters(found.field(), pattern));
    }

    /** What differs is marked. */
    private static List<Piece> pieces(Pattern pattern) {
        String text = Excerpt.of(pattern.text(), List.of(), EXAMPLE).text();
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int star = text.indexOf(Pattern.ANY); star >= 0; star = text.indexOf(Pattern.ANY, from)) {
            if (star > from) {
                pieces.add(new Piece(text.substring(from, star), false));
            }
            pieces.add(new Piece(Pattern.ANY, true));
            from = star + 1;
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return pieces;
    }

    private ValueFilters filters(String field, Pattern pattern) {
        Literal name = new Literal(List.of(field), false);
        List<Clause> phrases = pattern.phrases().stream()
                .<Clause>map(phrase -> new Clause.Is(name, Literal.phrase(phrase)))
                .toList();
        return phrases.isEmpty()
                ? ValueFilters.NONE
                : ValueFilters.of(
                        environment.name(), asked, phrases.size() == 1 ? phrases.getFirst() : new Clause.And(phrases));
    }

    private PatternsView view(Verdict verdict, @Nullable Nothing nothing, String sample, List<PatternsView.Row> rows) {
        return new PatternsView(
                environment.name(),
                since,
                asked.kept(),
                asked.link(environment.name()),
                verdict,
                nothing,
                sample,
                rows);
    }
}
