package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.log.search.RestoredLines.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A line of an archived file, as it is put into search. */
final class ArchivedLine {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TIMES = List.of("timestamp", "@timestamp", "time");
    private static final Pattern FROM_THE_PORTAL =
            Pattern.compile("(kubernetes|@timestamp|stream)(\\..*)?|log\\.*", Pattern.DOTALL);

    private final String text;
    private final Optional<ObjectNode> fields;

    private ArchivedLine(String text, Optional<ObjectNode> fields) {
        this.text = text;
        this.fields = fields;
    }

    static ArchivedLine of(String text) {
        try {
            return new ArchivedLine(
                    text,
                    text.startsWith("{") && JSON.readTree(text) instanceof ObjectNode object
                            ? Optional.of(object)
                            : Optional.empty());
        } catch (JacksonException notJson) {
            return new ArchivedLine(text, Optional.empty());
        }
    }

    /** @return when it was written, where it says so: text at its beginning, JSON in a field */
    Optional<Instant> at() {
        return fields.map(ArchivedLine::saidBy).orElseGet(() -> LineTime.leading(text));
    }

    /** @return in characters */
    int length() {
        return text.length();
    }

    /**
     * Its document. The name follows from the place of the line alone, so that bringing it back again changes nothing.
     *
     * @param number of the line in its file, from 1
     */
    Document document(String key, long number, Instant at, String namespace, String host) {
        ObjectNode plain = JSON.createObjectNode();
        plain.put("@timestamp", at.toString());
        plain.put("log", text);
        plain.put("stream", "file");
        ObjectNode kubernetes = plain.putObject("kubernetes");
        kubernetes.put("namespace_name", namespace);
        kubernetes.put("pod_name", host);
        kubernetes.put("container_name", "archive");
        ObjectNode whole = JSON.createObjectNode();
        fields.ifPresent(object -> object.propertyStream()
                .filter(field -> !isOfThePortal(field.getKey()))
                .forEach(field -> whole.set(field.getKey(), field.getValue())));
        whole.setAll(plain);
        return new Document(name(key + "#" + number), whole, plain);
    }

    /**
     * Elasticsearch takes a dotted name for a path, and every value that a path has: a line must not say by one which
     * namespace it is of. Dots at the end of a name change nothing.
     *
     * @see <a href="https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/object">Object field type</a>
     */
    private static boolean isOfThePortal(String name) {
        return FROM_THE_PORTAL.matcher(name).matches();
    }

    private static Optional<Instant> saidBy(ObjectNode object) {
        return TIMES.stream()
                .map(object::path)
                .filter(JsonNode::isString)
                .flatMap(time -> LineTime.leading(time.stringValue()).stream())
                .findFirst();
    }

    private static String name(String place) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
