package dev.binnacle.portal.log.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells beforehand which queries would keep Elasticsearch busy for nothing: those that make it compare every word of the
 * index many times. What passes here and is costly all the same is stopped after 8 seconds.
 */
public final class Costs {

    private static final int MOST_WILDCARDS = 8;
    private static final int MOST_LEADING = 4;
    private static final int MOST_WORDS = 100;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_FUZZY = 8;
    private static final int MOST_IN_LUCENE = 32;
    private static final Pattern WORDS = Pattern.compile("\\s+");

    private Costs() {}

    /** @return why the query is refused */
    public static Optional<String> of(Clause clause) {
        List<Literal> patterns = values(clause)
                .filter(Literal::hasWildcard)
                .filter(value -> !value.isAnything())
                .toList();
        if (patterns.stream().anyMatch(value -> value.pieces().size() > MOST_WILDCARDS + 1)) {
            return Optional.of("A value has more than " + MOST_WILDCARDS + " wildcards. Leave some out.");
        }
        long leading = patterns.stream()
                .filter(value -> value.pieces().getFirst().isEmpty())
                .count();
        if (values(clause).count() > MOST_VALUES) {
            return Optional.of("The query asks for more than %,d values. Leave some out.".formatted(MOST_VALUES));
        }
        if (values(clause).anyMatch(value -> WORDS.splitAsStream(value.text()).count() > MOST_WORDS)) {
            return Optional.of("A value has more than " + MOST_WORDS + " words. Leave some out.");
        }
        return leading > MOST_LEADING
                ? Optional.of(
                        "More than " + MOST_LEADING + " values begin with a wildcard, and each is compared with every"
                                + " word of the index. Begin some with a letter.")
                : Optional.empty();
    }

    /** @return why a query in Lucene's language is refused */
    public static Optional<String> ofLucene(String query) {
        boolean quoted = false;
        int slashes = 0;
        int fuzzy = 0;
        int wildcards = 0;
        for (int i = 0; i < query.length(); i++) {
            switch (query.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                case '/' -> slashes += quoted ? 0 : 1;
                case '~' -> fuzzy++;
                case '*', '?' -> wildcards += quoted ? 0 : 1;
                default -> {}
            }
        }
        if (slashes > 1) {
            return Optional.of("A regular expression is compared with every word of the index, so none is searched for."
                    + " Write a slash as \\/, or use wildcards.");
        }
        return fuzzy > MOST_FUZZY || wildcards > MOST_IN_LUCENE
                ? Optional.of("More than %d words with ~ or %d wildcards. Leave some out."
                        .formatted(MOST_FUZZY, MOST_IN_LUCENE))
                : Optional.empty();
    }

    private static Stream<Literal> values(Clause clause) {
        return switch (clause) {
            case Clause.Everything() -> Stream.empty();
            case Clause.Text(Literal value) -> Stream.of(value);
            case Clause.Is(Literal _, Literal value) -> Stream.of(value);
            case Clause.Range(Literal _, Clause.Bound _, Literal value) -> Stream.of(value);
            case Clause.And(List<Clause> parts) -> parts.stream().flatMap(Costs::values);
            case Clause.Or(List<Clause> parts) -> parts.stream().flatMap(Costs::values);
            case Clause.Not(Clause part) -> values(part);
            case Clause.Nested(Literal _, Clause part) -> values(part);
        };
    }
}
