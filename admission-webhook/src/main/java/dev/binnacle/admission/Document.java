package dev.binnacle.admission;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads of a JSON document only what a verdict needs, so that its size says nothing about the memory it takes. */
final class Document {
    static final int MAX_DEPTH = 200;
    private static final int MAX_NODES = 20_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();
    private static final Set<String> KEPT = Set.of(
            "apiVersion",
            "kind",
            "request",
            "uid",
            "group",
            "version",
            "operation",
            "subResource",
            "dryRun",
            "userInfo",
            "username",
            "object",
            "oldObject",
            "metadata",
            "name",
            "namespace",
            "ownerReferences",
            "controller",
            "spec",
            "template",
            "jobTemplate",
            "containers",
            "initContainers",
            "resources",
            "requests",
            "limits",
            "cpu",
            "memory");

    private final JsonParser parser;
    private int nodes;

    private Document(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Leaves the stream open.
     *
     * @throws BadRequest where the stream is not one JSON object within the bounds
     */
    static Node read(InputStream stream) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), stream)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadRequest(400, "The body is not a JSON object");
            }
            Node document = new Node(new Document(parser).value());
            if (parser.nextToken() != null) {
                throw new BadRequest(400, "The body goes on after its JSON object");
            }
            return document;
        } catch (JacksonException e) {
            if (e.getCause() instanceof BadRequest refusal) {
                throw refusal;
            }
            throw new BadRequest(400, "The body is not JSON of at most %d levels".formatted(MAX_DEPTH));
        }
    }

    private Object value() {
        if (++nodes > MAX_NODES) {
            throw new BadRequest(400, "The object has too many containers to be reviewed");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            default -> parser.getString();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> properties = new HashMap<>(4);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!KEPT.contains(name)) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_NULL) {
                properties.remove(name);
            } else {
                properties.put(name, value());
            }
        }
        return properties;
    }

    private List<Object> list() {
        List<Object> elements = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }
}
