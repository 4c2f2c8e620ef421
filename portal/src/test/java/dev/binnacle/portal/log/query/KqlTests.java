package dev.binnacle.portal.log.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause.And;
import dev.binnacle.portal.log.query.Clause.Bound;
import dev.binnacle.portal.log.query.Clause.Everything;
import dev.binnacle.portal.log.query.Clause.Is;
import dev.binnacle.portal.log.query.Clause.Nested;
import dev.binnacle.portal.log.query.Clause.Not;
import dev.binnacle.portal.log.query.Clause.Or;
import dev.binnacle.portal.log.query.Clause.Range;
import dev.binnacle.portal.log.query.Clause.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlTests {

    @Test
    void anEmptyTextAsksForEverything() {
        assertThat(clause("  ")).isEqualTo(new Everything());
    }

    @Test
    void wordsBesideEachOtherAreOneValue() {
        assertThat(clause(" connection  refused ")).isEqualTo(new Text(Literal.words("connection  refused")));
    }

    @Test
    void quotesMakeAPhraseInWhichAStarIsAStar() {
        assertThat(clause("\"a \\\"b\\\" *\"")).isEqualTo(new Text(Literal.phrase("a \"b\" *")));
    }

    @Test
    void andBindsStrongerThanOrAndNotStrongest() {
        assertThat(clause("a or not b AND c"))
                .isEqualTo(new Or(List.of(text("a"), new And(List.of(new Not(text("b")), text("c"))))));
    }

    @Test
    void aListOfValuesBelongsToItsField() {
        assertThat(clause("level:(error or not warn)"))
                .isEqualTo(new Or(List.of(is("level", "error"), new Not(is("level", "warn")))));
    }

    @Test
    void rangesCompare() {
        assertThat(clause("status>=500 and took < 20"))
                .isEqualTo(new And(List.of(
                        new Range(Literal.words("status"), Bound.AT_LEAST, Literal.words("500")),
                        new Range(Literal.words("took"), Bound.BELOW, Literal.words("20")))));
    }

    @Test
    void aStarAloneAsksWhetherTheFieldIsThere() {
        assertThat(clause("kubernetes.labels.* : *")).isEqualTo(is("kubernetes.labels.*", "*"));
    }

    @Test
    void aBraceAsksForOneObjectOfAList() {
        assertThat(clause("items: { name: rope and count > 1 }"))
                .isEqualTo(new Nested(
                        Literal.words("items"),
                        new And(List.of(
                                is("name", "rope"),
                                new Range(Literal.words("count"), Bound.ABOVE, Literal.words("1"))))));
        assertThat(clause("items: { name: rope and count > 1 }").fields().map(Literal::text))
                .containsExactly("items.name", "items.count");
    }

    @Test
    void escapesTakeTheMeaningAway() {
        assertThat(clause("a\\:b\\*\\u00e9 \\and c")).isEqualTo(new Text(new Literal(List.of("a:b*é and c"), false)));
    }

    @Test
    void aBackslashInQuotesThatBeginsNoEscapeIsOne() {
        assertThat(clause("\"C:\\users\\data \\u00e9\"")).isEqualTo(new Text(Literal.phrase("C:\\users\\data é")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cannot open", "android", "nothing", "order"})
    void keywordsInsideOfWordsAreText(String word) {
        assertThat(clause(word)).isEqualTo(text(word));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "level:            | 6  | missing",
                "level: and b      | 7  | quotes",
                "(a or b           | 0  | never closed",
                "a)                | 1  | closes nothing",
                "'\"a b'           | 0  | quotation mark",
                "a and             | 5  | missing",
                "a or              | 4  | missing",
                "a: b: c           | 4  | colon",
                "not               | 3  | missing",
                "status >          | 8  | missing",
                "status > 5*       | 9  | wildcard",
                "a\\x              | 1  | backslash",
                "a \\u12           | 2  | hexadecimal",
                "a:{b:c            | 2  | brace is never closed",
                "a:{}              | 3  | a value",
                "a:{b:c)           | 6  | closes nothing",
                "b}                | 1  | closes nothing",
                "a not b           | 2  | Expected and, or",
            })
    void aFaultNamesItsPlaceAndWhatCouldStandThere(String text, int position, String sentence) {
        assertThat(Kql.parse(text)).isInstanceOfSatisfying(Parsed.Fault.class, fault -> {
            assertThat(fault.position()).isEqualTo(position);
            assertThat(fault.sentence()).contains(sentence);
        });
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(Kql.parse("(".repeat(2000) + "a" + ")".repeat(1999))).isInstanceOf(Parsed.Fault.class);
        assertThat(Kql.parse("not ".repeat(900) + "a")).isInstanceOf(Parsed.Fault.class);
        assertThat(Kql.parse("a".repeat(Kql.MAX_LENGTH + 1))).isInstanceOf(Parsed.Fault.class);
    }

    @Test
    void aNameWithWildcardsFitsWhatLiesBetween() {
        assertThat(Literal.words("kube*name").matches("kubernetes.pod_name")).isTrue();
        assertThat(Literal.words("a*a").matches("a")).isFalse();
        assertThat(Literal.words("a*b*").matches("axbx")).isTrue();
        assertThat(Literal.words("a*b*").matches("ax")).isFalse();
    }

    private static Clause clause(String text) {
        return switch (Kql.parse(text)) {
            case Parsed.Understood(Clause clause) -> clause;
            case Parsed.Fault fault -> throw new AssertionError(fault);
        };
    }

    private static Clause text(String words) {
        return new Text(Literal.words(words));
    }

    private static Clause is(String field, String value) {
        return new Is(Literal.words(field), Literal.words(value));
    }
}
