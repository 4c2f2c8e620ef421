package dev.binnacle.portal.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '$', textBlock = """
                    up == 0                                     | up                        | == | 0
                    sum(a > 1) / sum(b) >= 0.05                 | sum(a > 1) / sum(b)       | >= | 0.05
                    a{x=~">1"} < bool 5 * 60                    | a{x=~">1"}                | <  | 5 * 60
                    a >= on(x) group_left(y) b                  | a                         | >= | b
                    a > ignoring (x, y) group_right b + 1       | a                         | >  | b + 1
                    a > 5 and on() b > 1                        | a                         | >  | 5
                    a != 1 unless c                             | a                         | != | 1
                    """)
    void bothSidesAreFound(String expression, String value, String operator, String threshold) {
        assertThat(Comparison.of(expression)).contains(new Comparison(value, operator, threshold));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector(1)", "absent(up)", "a > 1 or b > 2", "a and b > 1", "> 1", "a >", "", "sum(a > 1)"})
    void whatComparesNothingHasNone(String expression) {
        assertThat(Comparison.of(expression)).isEmpty();
    }
}
