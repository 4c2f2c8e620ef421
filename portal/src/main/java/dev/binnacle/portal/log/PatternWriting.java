package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.pattern.Pattern;
import dev.binnacle.portal.log.pattern.Patterns;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        List<Pattern> all = patterns.all();
        Map<Boolean, List<Pattern>> known = all.stream()
                .collect(Collectors.partitioningBy(pattern -> before == null
                        || before.patterns().lines() == 0
                        || before.patterns().knows(pattern)));
        List<Pattern> fresh = known.getOrDefault(false, List.of());
        List<PatternsView.Row> rows = Stream.concat(
                        fresh.stream().map(pattern -> row(found, pattern, true)),
                        known.getOrDefault(true, List.of()).stream().map(pattern -> row(found, pattern, false)))
                .limit(SHOWN)
                .toList();
        String says = "%,d %s up %,d lines %s."
                .formatted(
                        all.size(),
                        all.size() == 1 ? "pattern makes" : "patterns make",
                        patterns.lines(),
                        RangeWords.within(range));
        Verdict verdict;
        if (before == null) {
            verdict = new Verdict(
                    Status.UNKNOWN,
                    says,
                    "The most frequent is " + share(all.getFirst(), patterns.lines()) + " % of them.");
        } else if (before.patterns().lines() == 0) {
            verdict = new Verdict(
                    Status.UNKNOWN, "What is new cannot be told: no line matches in the time as long before.", says);
        } else {
            verdict = verdict(fresh, found.isWhole() && before.isWhole(), says);
        }
        return view(verdict, null, sample(found, before, all.size()), rows);
    }

    /** @param whole whether all lines were looked at; what a sample does not hold may still be there */
    private static Verdict verdict(List<Pattern> fresh, boolean whole, String says) {
        Status status = fresh.isEmpty() && whole
                ? Status.OK
                : fresh.stream().anyMatch(pattern -> pattern.errors() > 0) ? Status.WARNING : Status.UNKNOWN;
        return switch (fresh.size()) {
            case 0 ->
                new Verdict(
                        status,
                        whole
                                ? "Nothing is new: each pattern was there before, too."
                                : "Nothing is new among the lines looked at; rarer ones may be.",
                        says);
            case 1 -> new Verdict(status, "One pattern was not " + (whole ? "there" : "seen") + " before.", says);
            default ->
                new Verdict(
                        status,
                        "%,d patterns were not %s before.".formatted(fresh.size(), whole ? "there" : "seen"),
                        says);
        };
    }

    private static String sample(PatternReading.Grouped found, PatternReading.@Nullable Grouped before, int patterns) {
        String rare = found.patterns().rare() == 0
                ? ""
                : " %,d lines of rarer patterns are not shown."
                        .formatted(found.patterns().rare());
        String compared = before == null
                ? ""
                : " Compared with %s from the time as long before."
                        .formatted(lines(before.patterns().lines(), before.cut(), true));
        String listed = patterns > SHOWN ? " The first %,d are listed.".formatted(SHOWN) : "";
        return "Of " + lines(found.patterns().lines(), found.cut(), before != null) + "." + compared + rare + listed
                + Troubles.partial(found.failedShards() + (before == null ? 0 : before.failedShards()));
    }

    private static String lines(long lines, boolean cut, boolean drawn) {
        String of = cut ? (drawn ? "%,d lines drawn by chance" : "the first %,d lines") : "all %,d lines";
        return of.formatted(lines);
    }

    private PatternsView.Row row(PatternReading.Grouped found, Pattern pattern, boolean fresh) {
        return new PatternsView.Row(
                fresh,
                pattern.lines(),
                share(pattern, found.patterns().lines()),
                pattern.errors() > 0 ? "critical" : null,
                pieces(pattern),
                pattern.example().equals(pattern.text())
                        ? null
                        : Excerpt.of(pattern.example(), List.of(), EXAMPLE).text(),
                filters(found.field(), pattern));
    }

    private static String share(Pattern pattern, long lines) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * pattern.lines() / lines);
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
