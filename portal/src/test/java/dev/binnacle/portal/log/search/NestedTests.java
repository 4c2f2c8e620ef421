package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Parsed;
import dev.binnacle.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of objects that are indexed one by one: what one of them fits, and what all of them together do. */
class NestedTests {

    private static final Instant NOW = Instant.parse("2026-11-17T10:00:00Z");
    private static final TestIndex INDEX = index();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items: { name: rope and count > 1 }          | 1",
                "items: { name: rope and count: 1 }           | 1",
                "items: { name: rope } and items: { count: 1 } | 2",
                "items.name: rope                             | 2",
                "items.name: rope and items.count: 1          | 2",
                "not items: { name: rope }                    | 1",
                "items: { name: r* or name: lamp }            | 3",
                "items: { nosuch: 1 }                         | 0",
                "nosuch: { name: rope }                       | 0",
            })
    void findsWhatKibanaFinds(String query, int lines) {
        Clause clause = ((Parsed.Understood) Kql.parse(query)).clause();
        Search search = new Search(clause, null, NOW.minusSeconds(60), NOW.plusSeconds(60), true);
        SearchOutcome<Lines> outcome = INDEX.store().search(INDEX.environment(), search);
        assertThat(((SearchOutcome.Found<Lines>) outcome).found().total()).isEqualTo(lines);
    }

    private static TestIndex index() {
        TestIndex index = TestIndex.mapped(Sandbox.shared().elasticsearch().url());
        index.send("PUT", "/" + index.name() + "/_mapping", """
                {"properties": {"items": {"type": "nested", "properties": {
                  "name": {"type": "keyword"}, "count": {"type": "long"}}}}}
                """);
        return index.line(NOW, "shop", "cart-0", "two", items("rope", 2, "lamp", 1))
                .line(NOW, "shop", "cart-0", "one", items("rope", 1, "compass", 5))
                .line(NOW, "shop", "cart-0", "none", items("lamp", 1, "lamp", 7))
                .written();
    }

    private static Map<String, Object> items(String name, int count, String other, int many) {
        return Map.of("items", List.of(Map.of("name", name, "count", count), Map.of("name", other, "count", many)));
    }
}
