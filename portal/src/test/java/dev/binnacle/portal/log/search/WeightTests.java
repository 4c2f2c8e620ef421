package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTests {

    private static final Requests REQUESTS = new Requests(
            new Fields(
                    Map.of(
                            Fields.TIME,
                            new Field(Fields.TIME, "date"),
                            "log",
                            new Field("log", "text"),
                            "pod",
                            new Field("pod", "keyword"),
                            Fields.NAMESPACE,
                            new Field(Fields.NAMESPACE, "keyword")),
                    Set.of(),
                    List.of()),
            Set.of("shop"));

    @ParameterizedTest
    @ValueSource(strings = {"", "refused", "refus*", "log: (a or b*)", "pod: echo-*", "\"a *b\"", "a >= 5"})
    void quickOnesAreNotHeavy(String query) throws Unfit {
        assertThat(Weight.isHeavy(kql(query))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*refused", "not log: *a", "log: r*f*d", "pod: *-x", "refused and (a or not b*c)"})
    void thoseThatLookAtManyWordsAre(String query) throws Unfit {
        assertThat(Weight.isHeavy(kql(query))).isTrue();
    }

    @Test
    void oneThatIsSampledWeighsAsMuch() throws Unfit {
        assertThat(Weight.isHeavy(Chance.scoring(kql("*refused")))).isTrue();
        assertThat(Weight.isHeavy(Chance.scoring(kql("refused")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "log:refus*", "level:error AND \"connection refused\""})
    void lucenesQuickOnesAreNotHeavy(String query) throws Unfit {
        assertThat(Weight.isHeavy(lucene(query))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused~", "log:[* TO *]", "log:{a TO b}", "r?fused", "status:>=500"})
    void lucenesThatLookAtManyWordsAre(String query) throws Unfit {
        assertThat(Weight.isHeavy(lucene(query))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void soAreThoseOfManyParts(int parts) throws Unfit {
        assertThat(Weight.isHeavy(kql(String.join(" or ", Collections.nCopies(parts, "log: a")))))
                .isEqualTo(parts > 32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused~", "a OR log:b~2"})
    void wordsThatMayDifferAreNotMarked(String query) throws Unfit {
        assertThat(request("", query).highlight()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "\"connection refused\"~2", "a\\~b"})
    void othersAre(String query) throws Unfit {
        assertThat(request("", query).highlight()).isNotNull();
    }

    private static Query kql(String query) throws Unfit {
        return Objects.requireNonNull(request(query, "").query());
    }

    private static Query lucene(String query) throws Unfit {
        return Objects.requireNonNull(request("", query).query());
    }

    private static SearchRequest request(String kql, String lucene) throws Unfit {
        Clause clause = ((Parsed.Understood) Kql.parse(kql)).clause();
        Instant now = Instant.now();
        Search search =
                new Search(clause, lucene, null, now.minusSeconds(60), now, true, List.of(), ZoneOffset.UTC, null);
        return REQUESTS.last(search, 10).build();
    }
}
