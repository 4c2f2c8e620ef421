package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.core.FieldCapsResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what Elasticsearch says of the fields of an index. */
final class FieldCapabilities {

    private static final Set<String> CONTAINERS_OF_FIELDS = Set.of("object", "nested", "unmapped");

    private FieldCapabilities() {}

    static Fields read(FieldCapsResponse response) {
        Map<String, Field> fields = new TreeMap<>();
        Set<String> nested = new TreeSet<>();
        Set<String> conflicts = new TreeSet<>();
        response.fields().forEach((name, types) -> {
            if (types.containsKey("nested")) {
                nested.add(name);
            }
            if (types.keySet().stream().filter(type -> !type.equals("unmapped")).count() > 1) {
                conflicts.add(name + " (" + String.join(", ", new TreeSet<>(types.keySet())) + ")");
            }
        });
        response.fields()
                .forEach((name, types) -> types.keySet().stream()
                        .filter(type -> !CONTAINERS_OF_FIELDS.contains(type))
                        .sorted()
                        .findFirst()
                        .ifPresent(type -> fields.put(name, new Field(name, type))));
        return new Fields(fields, nested, List.copyOf(conflicts));
    }
}
