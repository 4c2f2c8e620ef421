package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.core.FieldCapsResponse;
import co.elastic.clients.elasticsearch.core.field_caps.FieldCapability;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what Elasticsearch says of the fields of an index. */
final class FieldCapabilities {

    private static final Set<String> CONTAINERS_OF_FIELDS = Set.of("object", "nested", "unmapped");

    private static final String EXACT = "exact";

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
        response.fields().forEach((name, types) -> field(name, types).ifPresent(field -> fields.put(name, field)));
        return new Fields(fields, nested, List.copyOf(conflicts));
    }

    private static Optional<Field> field(String name, Map<String, FieldCapability> types) {
        List<String> leaves = types.keySet().stream()
                .filter(type -> !CONTAINERS_OF_FIELDS.contains(type))
                .sorted(Comparator.comparing((String type) ->
                                !name.equals(Fields.TIME) && !family(type).equals(EXACT))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        String type = leaves.getFirst();
        List<String> alike = leaves.stream()
                .filter(other -> family(other).equals(family(type)))
                .toList();
        List<String> only = alike.equals(leaves)
                ? List.of()
                : types.entrySet().stream()
                        .filter(each -> alike.contains(each.getKey()))
                        .flatMap(each -> each.getValue().indices().stream())
                        .toList();
        return Optional.of(new Field(name, type, only));
    }

    /** @return what types that mean the same to a query have in common */
    private static String family(String type) {
        return switch (type) {
            case "keyword", "constant_keyword", "wildcard" -> EXACT;
            case "text", "match_only_text" -> "text";
            case "date", "date_nanos" -> "date";
            case "long", "integer", "short", "byte", "double", "float", "half_float", "scaled_float", "unsigned_long" ->
                "number";
            default -> type;
        };
    }
}
