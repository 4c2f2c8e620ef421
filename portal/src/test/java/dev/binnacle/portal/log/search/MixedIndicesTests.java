package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Indices of one environment that map the same field otherwise, as after a change of the log shipper. */
@TestInstance(Lifecycle.PER_CLASS)
class MixedIndicesTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");

    private final TestIndex exact = TestIndex.mapped(ELASTICSEARCH);
    private final TestIndex withExact = TestIndex.guessed(ELASTICSEARCH);
    private final TestIndex words = ofWords();
    private final List<TestIndex> all = List.of(exact, withExact, words);

    private final LogStore store = TestIndex.storeAt(ELASTICSEARCH);

    MixedIndicesTests() {
        for (TestIndex index : all) {
            index.line(TEN, "payments", "cart-0", "own line")
                    .line(TEN, "payments-internal", "cart-1", "line of another team")
                    .line(TEN, "internal", "cart-0", "line of a third");
        }
        exact.line(TEN.plusSeconds(1), "payments", "cart-0", "with a number", Map.of("status", 500));
        withExact.line(TEN.plusSeconds(2), "payments", "cart-0", "with a word", Map.of("status", "late"));
        all.forEach(TestIndex::written);
    }

    @Test
    void noLineOfAnotherNamespaceIsSeenWhereAnIndexKeepsOnlyWords() {
        assertThat(texts(environment(all, "payments"), new Clause.Everything()))
                .containsExactlyInAnyOrder("own line", "own line", "with a number", "with a word");
        assertThat(texts(environment(all, "internal"), new Clause.Everything()))
                .containsExactly("line of a third", "line of a third");
    }

    @Test
    void linesOfAPodAreThoseOfThatPodInEachIndexThatCanTell() {
        Search ofOne = new Search(
                new Clause.Everything(), new Pods.Named("payments", List.of("cart-0")), TEN, TEN.plusSeconds(60), true);

        assertThat(found(environment(all, "payments"), ofOne)).hasSize(4);
    }

    @Test
    void anIndexOfWordsAloneShowsNothing() {
        assertThat(store.last(environment(List.of(words), "payments"), search(new Clause.Everything()), 10))
                .isInstanceOf(SearchOutcome.Unsuited.class);
    }

    @Test
    void valuesOfAFieldThatIndicesDisagreeOnAreNotCounted() {
        var ofSubField = TestIndex.surveyAt(ELASTICSEARCH)
                .values(environment(all), search(new Clause.Everything()), "kubernetes.namespace_name");
        assertThat(ofSubField instanceof SearchOutcome.Found(FieldValues values) ? values.having() : -1)
                .as("lines of the one index that has it")
                .isEqualTo(4);
        assertThat(TestIndex.surveyAt(ELASTICSEARCH)
                        .values(environment(List.of(exact, words)), search(new Clause.Everything()), "stream"))
                .isEqualTo(new SearchOutcome.Unsuited<>(
                        "Indices disagree on what stream is, so its values cannot be counted."));
    }

    /** A number cannot be searched by a wildcard, so that index fails. */
    @Test
    void aWalkSaysThatAPartOfTheIndexDidNotAnswer() {
        Clause late = new Clause.Is(new Literal(List.of("status"), false), new Literal(List.of("lat", ""), false));
        List<Line> lines = new ArrayList<>();

        var outcome = store.walk(environment(List.of(exact, withExact)), search(late), 100, lines::addAll);

        assertThat(lines).extracting(Line::text).containsExactly("with a word");
        assertThat(outcome).isEqualTo(new SearchOutcome.Found<>(new Walk.End(1, false, 1)));
    }

    @Test
    void theNewestLinesSaySo() {
        Clause late = new Clause.Is(new Literal(List.of("status"), false), new Literal(List.of("lat", ""), false));

        assertThat(store.newest(environment(List.of(exact, withExact)), search(late), TEN, 10))
                .isInstanceOfSatisfying(
                        SearchOutcome.Found.class,
                        found -> assertThat(found.found())
                                .isInstanceOfSatisfying(
                                        Newest.class,
                                        newest -> assertThat(newest.failedShards())
                                                .isEqualTo(1)));
    }

    private static TestIndex ofWords() {
        TestIndex index = TestIndex.guessed(ELASTICSEARCH);
        index.send("PUT", "/" + index.name(), """
                {"mappings": {"dynamic_templates": [{"words": {"match_mapping_type": "string",
                  "unmatch": "@timestamp", "mapping": {"type": "text"}}}],
                  "properties": {"@timestamp": {"type": "date"}}}}""");
        return index;
    }

    private static Environment environment(List<TestIndex> indices, String... namespaces) {
        return TestIndex.environmentOf(
                "mixed", String.join(",", indices.stream().map(TestIndex::name).toList()), namespaces);
    }

    private static Search search(Clause clause) {
        return new Search(clause, null, TEN, TEN.plusSeconds(60), true);
    }

    private Stream<String> texts(Environment environment, Clause clause) {
        return found(environment, search(clause)).stream().map(Line::text);
    }

    private List<Line> found(Environment environment, Search search) {
        return store.last(environment, search, 100) instanceof SearchOutcome.Found(Lines lines)
                ? lines.lines()
                : List.of();
    }
}
