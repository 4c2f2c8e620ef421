package dev.binnacle.portal.alert.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherParserTests {

    @Property
    void whatIsWrittenIsReadBack(@ForAll("matchers") List<Matcher> matchers) {
        Matchers all = new Matchers(matchers);
        assertThat(Matchers.parse(all.toString())).isEqualTo(all);
        assertThat(Matchers.parse("{" + all + "}")).isEqualTo(all);
    }

    @Property
    void anyTextIsReadOrSaysWhereItIsWrong(@ForAll String text) {
        switch (Matchers.parse(text)) {
            case Matchers read -> assertThat(read.all()).hasSizeLessThanOrEqualTo(100);
            case Parsed.Faulty faulty -> assertThat(faulty.position()).isBetween(0, text.length());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "severity=critical ¦ 0 ¦ severity ¦ = ¦ critical",
                "severity =~ \"a|b\" ¦ 0 ¦ severity ¦ =~ ¦ a|b",
                "a!=b, c!~d ¦ 1 ¦ c ¦ !~ ¦ d",
                "a=b c=d ¦ 1 ¦ c ¦ = ¦ d",
                "{a=b,} ¦ 0 ¦ a ¦ = ¦ b",
                "\"with space\"=\"x,y\" ¦ 0 ¦ with space ¦ = ¦ x,y",
                "a=~\"\\d+\\\"\" ¦ 0 ¦ a ¦ =~ ¦ \\d+\"",
                "überall=ja ¦ 0 ¦ überall ¦ = ¦ ja"
            })
    void formsOfMatchers(String text, int index, String name, String symbol, String value) {
        assertThat(Matchers.parse(text)).isInstanceOfSatisfying(Matchers.class, read -> {
            Matcher matcher = read.all().get(index);
            assertThat(matcher.name()).isEqualTo(name);
            assertThat(matcher.operator().symbol()).isEqualTo(symbol);
            assertThat(matcher.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "severity ¦ 8 ¦ One of = != =~ !~",
                "severity= ¦ 9 ¦ A value is expected",
                "=x ¦ 0 ¦ a label name",
                "a=\"open ¦ 2 ¦ never closed",
                "a=~\"(\" ¦ 3 ¦ not a regular expression",
                "a=b} ¦ 3 ¦ no opening",
                "{a=b ¦ 4 ¦ closing } is missing",
                "{a=b} c=d ¦ 6 ¦ Nothing may follow",
                "a=b=c ¦ 3 ¦ a comma or a space"
            })
    void aFaultSaysWhereAndWhy(String text, int position, String reason) {
        assertThat(Matchers.parse(text)).isInstanceOfSatisfying(Parsed.Faulty.class, faulty -> {
            assertThat(faulty.reason()).containsIgnoringCase(reason);
            assertThat(faulty.position()).isEqualTo(position);
        });
    }

    @Test
    void aMissingLabelCountsAsEmpty() {
        assertThat(Matcher.of("a", Matcher.Operator.NOT_EQUAL, "x").matches(Map.of()))
                .isTrue();
        assertThat(Matcher.equal("a", "").matches(Map.of())).isTrue();
        assertThat(Matcher.of("a", Matcher.Operator.MATCHES, ".+").matches(Map.of()))
                .isFalse();
    }

    @Test
    void aRegularExpressionMatchesTheWholeValue() {
        Matcher matcher = Matcher.of("a", Matcher.Operator.MATCHES, "shop|search");
        assertThat(matcher.matches(Map.of("a", "shop"))).isTrue();
        assertThat(matcher.matches(Map.of("a", "shopping"))).isFalse();
        assertThat(matcher.negated().matches(Map.of("a", "shopping"))).isTrue();
    }

    @Test
    void silencingEverythingIsNoticed() {
        assertThat(new Matchers(List.of(Matcher.of("a", Matcher.Operator.MATCHES, ".*"))).matchEverything())
                .isTrue();
        assertThat(Matchers.NONE.matchEverything()).isTrue();
        assertThat(Matchers.of(Map.of("a", "b")).matchEverything()).isFalse();
    }

    @Test
    void aMatcherReplacesItsOpposite() {
        Matchers matchers =
                Matchers.of(Map.of("a", "b")).with(Matcher.equal("a", "b").negated());
        assertThat(matchers).hasToString("a!=\"b\"");
    }

    @Provide
    static Arbitrary<List<Matcher>> matchers() {
        Arbitrary<String> names = Arbitraries.strings().ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> values = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> expressions = Arbitraries.of("a|b", ".*", "x{2,3}", "[^\"]\\.\\d+", "", "(?i)shop");
        Arbitrary<Matcher> plain = Combinators.combine(
                        names, Arbitraries.of(Matcher.Operator.EQUAL, Matcher.Operator.NOT_EQUAL), values)
                .as(Matcher::of);
        Arbitrary<Matcher> regex = Combinators.combine(
                        names, Arbitraries.of(Matcher.Operator.MATCHES, Matcher.Operator.DIFFERS), expressions)
                .as(Matcher::of);
        return Arbitraries.oneOf(plain, regex).list().ofMaxSize(6);
    }
}
