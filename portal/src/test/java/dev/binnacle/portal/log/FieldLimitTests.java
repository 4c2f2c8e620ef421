package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Lifecycle;
import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.web.Status;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How near an index is to the number of fields that Elasticsearch lets it have. */
class FieldLimitTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();

    /** An object, a field with one beside it, an alias and one of run time: seven with the time and the text. */
    private static final String MAPPING = """
            {"settings": {"index.mapping.total_fields.limit": %d},
             "mappings": {"runtime": {"long": {"type": "long"}},
              "properties": {"@timestamp": {"type": "date"}, "log": {"type": "text"},
               "http": {"properties": {"path": {"type": "text", "fields": {"keyword": {"type": "keyword"}}}}},
               "text": {"type": "alias", "path": "log"}}}}""";

    private final TestIndex index = TestIndex.guessed(ELASTICSEARCH);
    private final TestIndex other = TestIndex.mapped(ELASTICSEARCH);

    @Test
    void fieldsAreCountedForEachIndexAsElasticsearchCountsThem() {
        assertThatIllegalStateException()
                .isThrownBy(() -> index.send("PUT", "/" + index.name(), MAPPING.formatted(6)))
                .withMessageContaining("[6]");
        index.send("PUT", "/" + index.name(), MAPPING.formatted(7));

        assertThat(pipeline().fullest()).hasValueSatisfying(fullest -> {
            assertThat(fullest.name()).isEqualTo(index.name());
            assertThat(fullest.fields()).isEqualTo(7);
            assertThat(fullest.fieldLimit()).isEqualTo(7);
        });
    }

    @Test
    void anIndexNearItsLimitIsNamedThoughOthersHaveRoom() {
        index.send("PUT", "/" + index.name(), MAPPING.formatted(8));
        other.line(Instant.now(), "shop", "cart-0", "hello").written();

        var verdict = PipelineVerdict.of(pipeline(), Instant.now());

        assertThat(verdict.status()).isEqualTo(Status.WARNING);
        assertThat(verdict.says()).isEqualTo(index.name() + " has 7 of at most 8 fields.");
    }

    /** Together they have more than the smaller limit. */
    @Test
    void fieldsOfSeveralIndicesAreNotAddedUp() {
        index.send("PUT", "/" + index.name(), MAPPING.formatted(10));
        other.line(Instant.now(), "shop", "cart-0", "hello").written();

        assertThat(PipelineVerdict.of(pipeline(), Instant.now()).says()).startsWith("Lines arrive");
    }

    /** Lines that were brought back from an archive are in an index of their own. */
    @ParameterizedTest
    @CsvSource({
        "logs-000002, logs-000001",
        ".ds-logs-2026.11.18-000004, .ds-logs-2026.11.17-000003",
        "fluent-bit-2026.11.18, fluent-bit-2026.11.17",
        "logs, restored-europe.2026.11.17",
    })
    void anIndexThatNobodyWritesToAnyMoreIsNotJudged(String written, String former) {
        assertThat(of(index(written, 100), index(former, 990)).fullest())
                .hasValueSatisfying(fullest -> assertThat(fullest.name()).isEqualTo(written));
        assertThat(PipelineVerdict.of(of(index(written, 100), index(former, 990)), Instant.EPOCH)
                        .says())
                .startsWith("Lines arrive");
    }

    @ParameterizedTest
    @CsvSource({"shop-1, shop-2", "logs-000001, errors-000001", "logs-2026.11.18, logs-errors-2026.11.17"})
    void ofSeveralSeriesEachIsJudged(String roomy, String full) {
        assertThat(PipelineVerdict.of(of(index(roomy, 100), index(full, 990)), Instant.EPOCH)
                        .says())
                .isEqualTo(full + " has 990 of at most 1,000 fields.");
    }

    private static Pipeline of(Pipeline.Index... indices) {
        return new Pipeline(List.of(indices), 1_000, List.of(), Instant.EPOCH, 1);
    }

    private static Pipeline.Index index(String name, long fields) {
        return new Pipeline.Index(name, "green", 1, 1, Instant.EPOCH, Lifecycle.NONE, fields, 1_000);
    }

    private Pipeline pipeline() {
        Environment both = TestIndex.environmentOf("limits", index.name() + "," + other.name());
        return TestIndex.pipelineAt(ELASTICSEARCH).of(both) instanceof SearchOutcome.Found(Pipeline found)
                ? found
                : org.junit.jupiter.api.Assertions.fail("nothing was found");
    }
}
