package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Completion;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.search.Field;
import dev.binnacle.portal.log.search.FieldValues;
import dev.binnacle.portal.log.search.LogSurvey;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Problem;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Suggests what could be written next in a query, from the index itself and the lines of the page's time range. */
@Component
class Suggesting {

    private static final int MOST = 12;
    /** Of how many values those are sought that begin so, where Elasticsearch cannot. */
    private static final int LOOKED_THROUGH = 500;

    private final LogSurvey survey;
    private final Clock clock;

    Suggesting(LogSurvey survey, Clock clock) {
        this.survey = survey;
        this.clock = clock;
    }

    /**
     * A suggestion.
     *
     * @param text what takes the place of what has been begun
     * @param shown the same, made readable
     * @param says what it is
     * @param from where it begins, in characters
     */
    record Suggestion(String text, String shown, String says, int from) {

        Suggestion(String text, String says, int from) {
            this(text, Excerpt.word(text, FieldsPanel.NAME), says, from);
        }
    }

    /** @param begun the query up to the place where something is typed */
    List<Suggestion> after(Environment environment, Asked asked, String begun) {
        if (begun.length() > Kql.MAX_LENGTH) {
            return List.of();
        }
        Completion completion = Completion.of(begun);
        return switch (completion) {
            case Completion.Name name -> names(environment, name);
            case Completion.Comparison(int from, String ignored, String field) ->
                known(environment, field).isEmpty()
                        ? connectives(from, "")
                        : comparisons(from, known(environment, field).getFirst());
            case Completion.Value value -> values(environment, asked, value);
            case Completion.Connective(int from, String word) -> connectives(from, word);
        };
    }

    private List<Suggestion> names(Environment environment, Completion.Name name) {
        String wanted = name.begun().toLowerCase(Locale.ROOT);
        Stream<Suggestion> fields = survey.fields(environment).stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.<Field>comparingInt(field -> ending(field.name(), wanted))
                        .thenComparing(Field::name))
                .limit(MOST)
                .map(field -> new Suggestion(written(field.name()) + ": ", field.type(), name.from()));
        return Stream.concat(
                        fields,
                        Stream.of("not ")
                                .filter(word -> !wanted.isEmpty() && word.startsWith(wanted))
                                .map(word -> new Suggestion(word, "the opposite", name.from())))
                .toList();
    }

    /** Fields that begin so come first, then those of which a part does. */
    private static int ending(String field, String wanted) {
        String name = field.toLowerCase(Locale.ROOT);
        return name.startsWith(wanted) ? 0 : name.contains("." + wanted) ? 1 : 2;
    }

    private List<Field> known(Environment environment, String name) {
        return survey.fields(environment).stream()
                .filter(field -> field.name().equals(name))
                .toList();
    }

    private static List<Suggestion> comparisons(int from, Field field) {
        Stream<String> signs = FieldsPanel.sign(field.type()).matches("[#d]")
                ? Stream.of(": ", ">= ", "<= ", "> ", "< ", ": *")
                : Stream.of(": ", ": *");
        return signs.map(sign -> new Suggestion(sign, says(sign), from)).toList();
    }

    private static String says(String sign) {
        return switch (sign) {
            case ": " -> "is";
            case ": *" -> "exists";
            case ">= " -> "at least";
            case "<= " -> "at most";
            case "> " -> "more than";
            default -> "less than";
        };
    }

    private List<Suggestion> values(Environment environment, Asked asked, Completion.Value value) {
        try {
            TimeRange range = TimeRange.of(asked, clock.instant());
            boolean searched = value.begun().isEmpty() || isOfWords(environment, value.field());
            Search search =
                    new Meaning.Clear(searched ? begins(value) : new Clause.Everything(), "").during(range, asked);
            SearchOutcome<FieldValues> outcome =
                    survey.values(environment, search, value.field(), searched ? MOST : LOOKED_THROUGH);
            return outcome instanceof SearchOutcome.Found<FieldValues>(FieldValues values)
                    ? values.values().stream()
                            .filter(one -> one.text().startsWith(value.begun()))
                            .limit(MOST)
                            .map(one -> new Suggestion(
                                    Kql.print(new Clause.Text(Literal.phrase(one.text()))) + " ",
                                    (values.whole() ? "%,d of %,d lines" : "%,d of a sample of %,d lines")
                                            .formatted(one.lines(), values.sampled()),
                                    value.from()))
                            .toList()
                    : List.of();
        } catch (InvalidTime | Problem _) {
            return List.of(); // the page says so already
        }
    }

    /** Numbers, moments and addresses cannot be searched by how they begin. */
    private boolean isOfWords(Environment environment, String name) {
        return known(environment, name).stream()
                .anyMatch(field -> FieldsPanel.sign(field.type()).equals("t"));
    }

    private static Clause begins(Completion.Value value) {
        return value.begun().isEmpty()
                ? new Clause.Everything()
                : new Clause.Is(
                        new Literal(List.of(value.field()), false), new Literal(List.of(value.begun(), ""), false));
    }

    private static List<Suggestion> connectives(int from, String begun) {
        return Stream.of("and ", "or ")
                .filter(word -> word.startsWith(begun))
                .map(word -> new Suggestion(word, word.equals("and ") ? "both" : "either", from))
                .toList();
    }

    private static String written(String field) {
        return Kql.print(new Clause.Text(new Literal(List.of(field), false)));
    }
}
