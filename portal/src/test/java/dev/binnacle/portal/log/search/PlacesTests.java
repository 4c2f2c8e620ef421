package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTests {

    private static final Query HEAVY =
            Query.of(q -> q.wildcard(wildcard -> wildcard.field("log").value("*refused")));
    private static final Query QUICK = Query.of(q -> q.matchAll(all -> all));

    private final Places places = new Places(
            new Bounds(Duration.ofSeconds(7), 1, 1, 100_000, AnswerMemory.ofHeap()),
            new Failures("Elasticsearch of europe", "fluent-bit"));

    @Test
    void aSecondHeavySearchIsRefusedWhileAQuickOneIsAnswered() throws Exception {
        places.with(HEAVY, () -> {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> places.with(HEAVY, () -> "answered"))
                    .withMessageContaining("busy with searches that look at many words");
            assertThat(places.<String>with(QUICK, () -> "answered")).isEqualTo("answered");
            return "";
        });
        assertThat(places.<String>with(HEAVY, () -> "answered")).isEqualTo("answered");
    }

    @Test
    void aQuickOneMoreThanAllowedIsRefused() throws Exception {
        places.with(QUICK, () -> {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> places.with(() -> "answered"))
                    .withMessageContaining("already runs 1 searches");
            return "";
        });
    }
}
