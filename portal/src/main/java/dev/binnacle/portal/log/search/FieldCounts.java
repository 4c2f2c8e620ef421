package dev.binnacle.portal.log.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How many fields each index has, as Elasticsearch counts them against its limit: with objects, sub-fields, aliases and
 * fields that are worked out at run time.
 *
 * @see <a href="https://www.elastic.co/docs/reference/elasticsearch/index-settings/mapping-limit">Mapping limits</a>
 */
final class FieldCounts {

    private FieldCounts() {}

    /** @return by the name of the index; nothing where the mapping may not be read */
    static Map<String, Long> of(Elasticsearch elasticsearch) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (Map.Entry<String, JsonNode> index : elasticsearch.told("/_mapping").properties()) {
            JsonNode mappings = index.getValue().path("mappings");
            counts.put(
                    index.getKey(), below(mappings) + mappings.path("runtime").size());
        }
        return counts;
    }

    private static long below(JsonNode mapping) {
        return Stream.of("properties", "fields")
                .flatMap(kind -> mapping.path(kind).valueStream())
                .mapToLong(field -> 1 + below(field))
                .sum();
    }
}
