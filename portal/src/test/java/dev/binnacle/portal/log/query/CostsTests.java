package dev.binnacle.portal.log.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTests {

    @Test
    void aPhraseOfVeryManyWordsIsRefused() {
        assertThat(cost("\"" + "refused ".repeat(100) + "\"")).isEmpty();
        assertThat(cost("log: \"" + "refused ".repeat(101) + "\""))
                .hasValueSatisfying(reason -> assertThat(reason).contains("100 words"));
    }

    @Test
    void aQueryOfVeryManyValuesIsRefused() {
        Clause.Text one = new Clause.Text(Literal.words("a"));
        assertThat(Costs.of(new Clause.Or(Collections.nCopies(1_000, one)))).isEmpty();
        assertThat(Costs.of(new Clause.Or(Collections.nCopies(1_001, one))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("1,000 values"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "refused",
                "*refused",
                "log: *a or log: *b or log: *c or log: *d",
                "pod: a*b*c*d*e*f*g*h*",
                "kubernetes.*: *",
                "a: * and b: * and c: * and d: * and e: * and f: *"
            })
    void whatPeopleSearchForIsNotRefused(String query) {
        assertThat(cost(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod: a*b*c*d*e*f*g*h*i*j",
                "*a*b*c*d*e*f*g*h*i",
                "log: *a or log: *b or log: *c or log: *d or log: *e",
                "not (list: {a: *a and a: *b and a: *c} and *d and *e)"
            })
    void manyWildcardsAreRefusedWithTheReason(String query) {
        assertThat(cost(query)).hasValueSatisfying(reason -> assertThat(reason).contains("wildcard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/b",
                "path:\\/api\\/v1",
                "\"/api/v1/\"",
                "roam~1 foo~",
                "level:err* AND status:[500 TO 599]"
            })
    void lucenesUsualQueriesAreNotRefused(String query) {
        assertThat(Costs.ofLucene(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.*refused.*/",
                "log:/(a|b)*c/",
                "a~ b~ c~ d~ e~ f~ g~ h~ i~",
                "a* b* c* d* e* f* g* h* a* b* c* d* e* f* g* h* a* b* c* d* e* f* g* h* a* b* c* d* e* f* g* h* i?"
            })
    void lucenesCostlyOnesAreRefused(String query) {
        assertThat(Costs.ofLucene(query)).isPresent();
    }

    private static Optional<String> cost(String query) {
        return Costs.of(((Parsed.Understood) Kql.parse(query)).clause());
    }
}
