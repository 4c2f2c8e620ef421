package dev.binnacle.portal.cluster;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object, or a part of one, as the API server sent it. Whatever is missing, or of another type, reads as empty. */
record Item(JsonNode json) {

    ObjectKey key() {
        Item metadata = at("metadata");
        return new ObjectKey(metadata.text("namespace"), metadata.text("name"));
    }

    Item at(String... path) {
        JsonNode node = json;
        for (String name : path) {
            node = node.path(name);
        }
        return new Item(node);
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name) {
        return json.path(name).stringValue("");
    }

    String text(String name, String otherwise) {
        return json.path(name).stringValue(otherwise);
    }

    /** @return a text or a number as it was written, as of a field that may be either */
    String written(String name) {
        JsonNode node = json.path(name);
        return node.isNumber() ? node.toString() : node.stringValue("");
    }

    int number(String name, int otherwise) {
        return json.path(name).intValue(otherwise);
    }

    long longNumber(String name) {
        return json.path(name).longValue(0);
    }

    boolean flag(String name) {
        return json.path(name).booleanValue(false);
    }

    @Nullable
    Instant time(String name) {
        String written = text(name);
        if (written.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    Instant time(String name, Instant otherwise) {
        Instant time = time(name);
        return time == null ? otherwise : time;
    }

    List<Item> list(String name) {
        JsonNode node = json.path(name);
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(Item::new).toList()
                : List.of();
    }

    /** @return the text values of an object, such as labels */
    Map<String, String> texts(String name, Interner interner) {
        JsonNode node = json.path(name);
        if (!node.isObject() || node.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(
                        interner.same(entry.getKey()),
                        interner.same(entry.getValue().stringValue(""))));
        return interner.same(Map.copyOf(texts));
    }

    /** @return the first entry of a list whose field has the value; an empty item where none has */
    Item entry(String list, String field, String value) {
        for (JsonNode node : json.path(list)) {
            if (node.path(field).stringValue("").equals(value)) {
                return new Item(node);
            }
        }
        return new Item(json.path(list).path(-1));
    }
}
