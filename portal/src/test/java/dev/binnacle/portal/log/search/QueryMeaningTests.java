package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.sandbox.Sandbox;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What queries mean to fields of several types, and to moments that say no time zone. */
@TestInstance(Lifecycle.PER_CLASS)
class QueryMeaningTests {

    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TestIndex index = index();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client: 10.1.0.0/16                        | a b",
                "client: \"10.1.2.3\"                       | a",
                "client >= 10.2.0.0                         | c",
                "not client: *                              | d",
                "client: \"2001:db8::/32\"                  | ''",
                "user.*: alice                              | a b",
                "user.name: a* and not user.alias: alice    | a",
                "seen >= now-1h                             | d",
                "seen < \"now-1d/d\"                        | a",
                "took > 1.5                                 | b",
                "took >= 1 and took <= 1.5                  | a",
                "ready: true                                | a",
                "ready: false                               | b",
            })
    void isThatOfTheFieldsType(String query, String lines) {
        assertThat(found(query, "", "UTC")).containsExactlyInAnyOrder(lines.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@timestamp >= \"2026-11-17T11:00\"   | Europe/Berlin | a b c d",
                "@timestamp >= \"2026-11-17T11:00\"   | UTC           | ''",
                "@timestamp >= \"2026-11-17T10:00Z\"  | Europe/Berlin | a b c d",
                "@timestamp: \"2026-11-17T15:45:00\"  | Asia/Kathmandu| a",
            })
    void momentsAreThoseOfTheReadersZone(String query, String zone, String lines) {
        assertThat(found(query, "", zone)).containsExactlyInAnyOrder(lines.split(" "));
    }

    /** A moment alone is of UTC to Elasticsearch here, as in Kibana; those of a range are the reader's. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, a b c d", "UTC, ''"})
    void soAreThoseOfLucenesRanges(String zone, String lines) {
        assertThat(found("", "@timestamp:[\"2026-11-17T11:00\" TO *]", zone))
                .containsExactlyInAnyOrder(lines.split(" "));
    }

    private TestIndex index() {
        TestIndex index = TestIndex.guessed(Sandbox.shared().elasticsearch().url());
        index.send("PUT", "/" + index.name(), """
                {"mappings": {"properties": {"client": {"type": "ip"}, "took": {"type": "float"},
                  "ready": {"type": "boolean"}, "seen": {"type": "date"},
                  "user": {"properties": {"name": {"type": "keyword"}, "alias": {"type": "text"}}}}}}""");
        return index.line(
                        TEN,
                        "shop",
                        "pod",
                        "a",
                        Map.of(
                                "client",
                                "10.1.2.3",
                                "took",
                                1.5,
                                "ready",
                                true,
                                "seen",
                                now.minus(3, ChronoUnit.DAYS).toString(),
                                "user",
                                Map.of("name", "alice", "alias", "bob")))
                .line(
                        TEN.plusSeconds(1),
                        "shop",
                        "pod",
                        "b",
                        Map.of(
                                "client",
                                List.of("10.1.0.9"),
                                "took",
                                1.75,
                                "ready",
                                false,
                                "user",
                                Map.of("name", "root", "alias", "Alice")))
                .line(TEN.plusSeconds(2), "shop", "pod", "c", Map.of("client", "10.2.0.1"))
                .line(TEN.plusSeconds(3), "shop", "pod", "d", Map.of("seen", now.toString()))
                .written();
    }

    private List<String> found(String kql, String lucene, String zone) {
        Clause clause = ((Parsed.Understood) Kql.parse(kql)).clause();
        Search search = new Search(
                clause,
                lucene,
                null,
                TEN.minusSeconds(60),
                TEN.plusSeconds(60),
                true,
                List.of(),
                ZoneId.of(zone),
                null);
        List<String> texts =
                index.store().search(index.environment(), search) instanceof SearchOutcome.Found(Lines lines)
                        ? lines.lines().stream().map(Line::text).toList()
                        : List.of("nothing was answered");
        return texts.isEmpty() ? List.of("") : texts;
    }
}
