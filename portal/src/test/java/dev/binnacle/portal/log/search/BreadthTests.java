package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreadthTests {

    private static final Fields FIELDS = new Fields(
            IntStream.range(0, 1_000)
                    .mapToObj(number -> new Field("list.field%03d".formatted(number), "keyword"))
                    .collect(Collectors.toMap(Field::name, Function.identity())),
            Set.of("list"),
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"*: a", "*: (a or b) and not *field*: (c or d)", "list: {field*: a}", "a or b or c or d or e"})
    void namesWithWildcardsAreUnderstood(String query) {
        assertThatCode(() -> Breadth.check(clause(query), FIELDS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*: (a or b or c or d or e)",
                "not (*: a and *: b and *: c and *: d and *: e)",
                "list: {field*: (a or b or c or d or e)}",
                "list.f* >= 1 or list.f* >= 2 or list.f* >= 3 or list.f* >= 4 or list.f* >= 5"
            })
    void manyNamesTimesManyValuesAreRefusedBeforeTheyAreWritten(String query) {
        assertThatThrownBy(() -> Breadth.check(clause(query), FIELDS)).hasMessageContaining("more than 4,000 times");
    }

    private static Clause clause(String query) {
        return ((Parsed.Understood) Kql.parse(query)).clause();
    }
}
