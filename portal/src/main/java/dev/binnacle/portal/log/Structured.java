package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Sources;
import dev.binnacle.portal.web.ReadableText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines that are objects of JSON, as many programs write them. */
final class Structured {

    /** The longest line that is read so, in characters. */
    private static final int LONGEST = 100_000;

    private static final Set<String> TIMES = Set.of("@timestamp", "timestamp", "time", "ts");

    private Structured() {}

    /** @return the object; nothing where the line is none */
    static Optional<JsonNode> read(String line) {
        if (line.length() < 2 || line.length() > LONGEST || line.charAt(0) != '{') {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(line)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /**
     * @return what the line says to a reader: its message where it has one, its fields but its time one by one, or
     *     itself; without the colours of a terminal
     */
    static String message(String line) {
        String message = read(line).map(Structured::message).orElse(line);
        return message.indexOf('\u001b') < 0 ? message : ReadableText.written(message);
    }

    private static String message(JsonNode object) {
        return Stream.of("message", "msg", "log")
                .map(object::get)
                .filter(node -> node != null && node.isString())
                .findFirst()
                .map(JsonNode::asString)
                .orElseGet(() -> Sources.flat(object).entrySet().stream()
                        .filter(field -> !TIMES.contains(field.getKey()))
                        .map(field -> field.getKey() + "=" + Sources.text(field.getValue()))
                        .collect(Collectors.joining(" ")));
    }
}
