package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that begin with what is typed, of fields that Elasticsearch cannot search so. */
class SuggestingTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final TestIndex INDEX = index();

    private final Suggesting suggesting = new Suggesting(TestIndex.surveyAt(ELASTICSEARCH), Clock.systemUTC());

    @Test
    void aNumberIsSuggestedByItsFirstDigits() {
        assertThat(suggested("status: ")).containsExactly("\"500\" ", "\"200\" ", "\"503\" ");
        assertThat(suggested("status: 5")).containsExactly("\"500\" ", "\"503\" ");
        assertThat(suggested("status: 503")).containsExactly("\"503\" ");
        assertThat(suggested("status: 4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"took: 1", "open: t", "peer: 10.", "due: 2026"})
    void soAreOtherValuesThatAreNoWords(String begun) {
        assertThat(suggested(begun)).hasSize(1);
    }

    @Test
    void soAreThoseThatAreNotFrequent() {
        assertThat(suggested("code: 12")).hasSize(10).contains("\"129\" ");
    }

    @Test
    void wordsAreStillSearchedByHowTheyBegin() {
        assertThat(suggested("stream: std")).containsExactly("\"stdout\" ");
    }

    private List<String> suggested(String begun) {
        return suggesting.after(INDEX.environment(), Asked.usually(), begun).stream()
                .map(Suggesting.Suggestion::text)
                .toList();
    }

    private static TestIndex index() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        index.send("PUT", "/" + index.name() + "/_mapping", """
                {"properties": {"code": {"type": "long"}, "took": {"type": "double"}, "open": {"type": "boolean"}, "peer": {"type": "ip"},
                 "due": {"type": "date"}}}""");
        Instant now = Instant.now();
        for (int code = 100; code < 130; code++) {
            index.line(now.minusSeconds(code), "shop", "echo-0", "code", Map.of("code", code));
        }
        return index.line(now.minusSeconds(4), "shop", "echo-0", "one", Map.of("status", 500))
                .line(now.minusSeconds(3), "shop", "echo-0", "two", Map.of("status", 500))
                .line(now.minusSeconds(2), "shop", "echo-0", "three", Map.of("status", 503))
                .line(
                        now.minusSeconds(1),
                        "shop",
                        "echo-0",
                        "four",
                        Map.of("status", 200, "took", 1.5, "open", true, "peer", "10.0.0.7", "due", "2026-11-17"))
                .written();
    }
}
