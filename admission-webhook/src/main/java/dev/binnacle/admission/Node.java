package dev.binnacle.admission;

import java.util.List;
import java.util.Map;

/** A place in a JSON document: an object, a list, the text of a scalar, or nothing. */
record Node(Object value) {
    static final Node NONE = new Node("");

    /** The property, or nothing where there is none or this is no object. */
    Node at(String name) {
        Object found = value instanceof Map<?, ?> properties ? properties.get(name) : null;
        return found == null ? NONE : new Node(found);
    }

    Node at(String first, String... rest) {
        Node found = at(first);
        for (String name : rest) {
            found = found.at(name);
        }
        return found;
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> properties && properties.containsKey(name);
    }

    boolean isObject() {
        return value instanceof Map;
    }

    /** The text of a string, a number or a truth value; empty for anything else. */
    String text() {
        return value instanceof String text ? text : "";
    }

    /**
     * The elements, none where there is nothing.
     *
     * @throws BadRequest where this is something else than a list
     */
    List<Node> items() {
        if (value instanceof List<?> list) {
            return list.stream().map(Node::new).toList();
        }
        if (equals(NONE)) {
            return List.of();
        }
        throw new BadRequest(400, "The object has something else where a list belongs");
    }
}
