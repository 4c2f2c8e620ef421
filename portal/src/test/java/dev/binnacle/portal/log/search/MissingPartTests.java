package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An environment one of whose indices no node has, as after the loss of one. */
@TestInstance(Lifecycle.PER_CLASS)
class MissingPartTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private static final Search ALL = new Search(new Clause.Everything(), null, TEN, TEN.plusSeconds(60), true);

    private final TestIndex there = TestIndex.mapped(ELASTICSEARCH);
    private final TestIndex missing = TestIndex.guessed(ELASTICSEARCH);
    private final Environment environment =
            TestIndex.environmentOf("missing-part", there.name() + "," + missing.name());
    private final LogStore store = TestIndex.storeAt(ELASTICSEARCH);

    @BeforeAll
    void writeLinesBesideAnIndexThatNoNodeTakes() {
        for (int i = 0; i < 250; i++) {
            there.line(TEN.plusMillis(i), "shop", "echo-0", "line " + i);
        }
        there.written();
        missing.send("PUT", "/" + missing.name() + "?wait_for_active_shards=0", """
                {"settings": {"number_of_replicas": 0, "routing.allocation.require._name": "nobody"},
                 "mappings": {"properties": {"@timestamp": {"type": "date_nanos"}}}}""");
    }

    @AfterAll
    void deleteIt() {
        missing.send("DELETE", "/" + missing.name(), "");
    }

    @Test
    void eachPageHasTheLinesOfTheOthersAndSaysThatAPartIsMissing() {
        Lines first = lines(store.search(environment, ALL));
        Lines second = lines(store.more(environment, ALL, next(first)));
        Lines third = lines(store.more(environment, ALL, next(second)));

        assertThat(List.of(first, second, third))
                .extracting(Lines::failedShards)
                .containsExactly(1, 1, 1);
        assertThat(third.lines()).extracting(Line::text).hasSize(50).endsWith("line 1", "line 0");
        assertThat(third.next()).isNull();
    }

    @Test
    void soHasAWalk() {
        List<Line> lines = new ArrayList<>();

        assertThat(store.walk(environment, ALL, 1_000, lines::addAll))
                .isEqualTo(new SearchOutcome.Found<>(new Walk.End(250, false, 1)));
        assertThat(lines).hasSize(250);
    }

    private static Lines lines(SearchOutcome<Lines> outcome) {
        assertThat(outcome).isInstanceOf(SearchOutcome.Found.class);
        return ((SearchOutcome.Found<Lines>) outcome).found();
    }

    private static Continuation next(Lines lines) {
        return Objects.requireNonNull(lines.next(), "There is no further page");
    }
}
