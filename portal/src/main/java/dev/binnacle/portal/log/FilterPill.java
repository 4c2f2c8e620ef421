package dev.binnacle.portal.log;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.query.Parsed;
import java.util.List;
import java.util.stream.Stream;

/**
 * A filter above the lines, as the template shows it.
 *
 * @param text in KQL
 * @param name what is looked at, "level"
 * @param says what of it, "is error"; the whole filter where it is none of the simple ones
 * @param negated whether it keeps lines out
 * @param on whether it does anything
 * @param pinned whether it goes along to other views
 * @param parameter the name of the parameter that it is written in
 * @param kept what a form has to repeat that asks for another text in its place
 * @param without the same search without it
 * @param opposite the same search with the opposite
 * @param switched the same search with it off, or on again
 * @param pin the same search with it pinned, or not any more
 */
public record FilterPill(
        String text,
        String name,
        String says,
        boolean negated,
        boolean on,
        boolean pinned,
        String parameter,
        List<Parameters.Parameter> kept,
        String without,
        String opposite,
        String switched,
        String pin) {

    static List<FilterPill> of(String environment, Asked asked) {
        return Stream.concat(
                        asked.filters().stream().map(text -> of(environment, asked, text, true)),
                        asked.filtersOff().stream().map(text -> of(environment, asked, text, false)))
                .toList();
    }

    private static FilterPill of(String environment, Asked asked, String text, boolean on) {
        Clause clause = Kql.parse(text) instanceof Parsed.Understood(Clause read) ? read : new Clause.Everything();
        boolean negated = clause instanceof Clause.Not;
        Clause plain = clause instanceof Clause.Not(Clause part) ? part : clause;
        String opposite = negated ? Kql.print(plain) : Kql.print(new Clause.Not(clause));
        Asked without = asked.without(text);
        return new FilterPill(
                text,
                plain instanceof Clause.Is(Literal field, Literal ignored)
                        ? Excerpt.word(field.text(), FieldsPanel.NAME)
                        : "",
                says(text, plain),
                negated,
                on,
                asked.pins(text),
                on ? Asked.FILTER : Asked.OFF,
                without.kept(),
                without.link(environment),
                asked.filtered(opposite, text).link(environment),
                asked.switched(text).link(environment),
                asked.pinned(text).link(environment));
    }

    private static String says(String text, Clause plain) {
        if (plain instanceof Clause.Is(Literal ignored, Literal value)) {
            return value(value);
        }
        return Excerpt.word(plain instanceof Clause.Everything ? text : Kql.print(plain), Kql.MAX_LENGTH);
    }

    private static String value(Literal value) {
        return value.isAnything()
                ? "exists"
                : "is " + Excerpt.of(value.text(), List.of(), 200).text();
    }
}
