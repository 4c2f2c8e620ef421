package dev.binnacle.portal.log.search;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads the fields of a line as it was indexed, whether a dotted name is one key or a path of them. Where it is both, the
 * path counts: shippers write their own fields so, and what a line says of itself by a dotted name stands beside it.
 */
public final class Sources {

    /** The most fields that are taken apart of one line. */
    private static final int MAX_FIELDS = 500;

    private Sources() {}

    /** @return the value of a field as text, or nothing */
    public static String text(JsonNode source, String field) {
        return text(value(source, field));
    }

    /** @return the value of a field; missing where there is none */
    public static JsonNode value(JsonNode source, String field) {
        int dot = field.indexOf('.');
        JsonNode inner = dot < 0 ? null : source.get(field.substring(0, dot));
        JsonNode value = inner == null ? MissingNode.getInstance() : value(inner, field.substring(dot + 1));
        JsonNode whole = text(value).isEmpty() ? source.get(field) : null;
        return whole == null ? value : whole;
    }

    public static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    /** @return every value by the dotted name of its field, in the order of the line, at most 500; lists stay whole */
    public static Map<String, JsonNode> flat(JsonNode source) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        flatten("", source, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (fields.size() >= MAX_FIELDS) {
            return;
        }
        if (!node.isObject()) {
            fields.put(path, node);
            return;
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            flatten(path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue(), fields);
        }
    }
}
