package dev.binnacle.portal.log.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause.Bound;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

class KqlPropertiesTests {

    @Property
    void anyTextIsUnderstoodOrFaultedAtAPlaceInsideOfIt(@ForAll String text) {
        parsesInTime(text);
    }

    @Property(tries = 3000)
    void anyTextOfTheLanguagesOwnCharactersTakesBoundedTime(@ForAll("fragments") String text) {
        parsesInTime(text);
    }

    @Property
    void whatIsPrintedParsesToTheSame(@ForAll("clauses") Clause clause) {
        assertThat(Kql.parse(Kql.print(clause))).isEqualTo(new Parsed.Understood(clause));
    }

    private static void parsesInTime(String text) {
        Parsed parsed = Assertions.assertTimeout(Duration.ofSeconds(10), () -> Kql.parse(text));
        switch (parsed) {
            case Parsed.Understood(Clause clause) ->
                assertThat(Kql.parse(Kql.print(clause))).isEqualTo(parsed);
            case Parsed.Fault(int position, String sentence) -> {
                assertThat(position).isBetween(0, text.length());
                assertThat(sentence).endsWith(".");
            }
        }
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        " ", "and", "or", "not", " not ", "(", ")", ":", "<", ">", "<=", "\"", "*", "{", "}", "\\",
                        "\\u", "00e9", "a", "nota", "\u00a0", "\n", "\ud83d", "é", ".")
                .list()
                .ofMaxSize(60)
                .map(fragments -> String.join("", fragments));
    }

    @Provide
    Arbitrary<Clause> clauses() {
        return clauses(3);
    }

    private static Arbitrary<Clause> clauses(int depth) {
        Arbitrary<Clause> simple = Arbitraries.oneOf(
                literals().map(Clause.Text::new),
                Combinators.combine(literals(), literals()).as(Clause.Is::new),
                Combinators.combine(literals(), Arbitraries.of(Bound.class), plain())
                        .as(Clause.Range::new));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Clause> inner = Arbitraries.lazy(() -> clauses(depth - 1));
        Arbitrary<List<Clause>> several = inner.list().ofMinSize(2).ofMaxSize(4);
        return Arbitraries.oneOf(
                simple,
                several.map(Clause.And::new),
                several.map(Clause.Or::new),
                inner.map(Clause.Not::new),
                Combinators.combine(literals(), inner).as(Clause.Nested::new));
    }

    private static Arbitrary<Literal> literals() {
        return Arbitraries.oneOf(
                plain(), words().list().ofMinSize(1).ofMaxSize(3).map(KqlPropertiesTests::withWildcards));
    }

    private static Literal withWildcards(List<String> words) {
        String[] pieces = new String[words.size() + 2];
        Arrays.fill(pieces, "");
        for (int i = 0; i < words.size(); i++) {
            pieces[i + 1] = words.get(i);
        }
        return new Literal(Arrays.asList(pieces), false);
    }

    private static Arbitrary<Literal> plain() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(Literal::phrase),
                words().map(word -> new Literal(List.of(word), false)));
    }

    private static Arbitrary<String> words() {
        Arbitrary<String> odd =
                Arbitraries.of("and", "Or", "NOT", "not a", "a and", "\\", "a:b", "(x", "*", "\u00a0", "é", "a\tb");
        return Arbitraries.oneOf(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8), odd);
    }
}
