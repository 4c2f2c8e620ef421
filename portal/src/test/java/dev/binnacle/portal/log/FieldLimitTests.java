package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.web.Status;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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

    private Pipeline pipeline() {
        Environment both = TestIndex.environmentOf("limits", index.name() + "," + other.name());
        return TestIndex.pipelineAt(ELASTICSEARCH).of(both) instanceof SearchOutcome.Found(Pipeline found)
                ? found
                : org.junit.jupiter.api.Assertions.fail("nothing was found");
    }
}
