package dev.binnacle.echo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The decoded query of a request: names in the order in which they first came, each with its values in order. */
record QueryParameters(Map<String, List<String>> values) {
    static final int MAX_QUERY_LENGTH = 8192;

    QueryParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Decodes percent escapes as UTF-8 and a plus sign as a space.
     *
     * @throws BadRequest 414 where the query is too long, 400 where an escape is none or not UTF-8
     */
    static QueryParameters parse(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query == null) {
            return new QueryParameters(values);
        }
        if (query.length() > MAX_QUERY_LENGTH) {
            throw new BadRequest(414, "The query is longer than %d characters".formatted(MAX_QUERY_LENGTH));
        }
        try {
            UrlEncoded.decodeUtf8To(
                    query, 0, query.length(), (name, value) -> add(values, name, value), false, false, false);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(400, "The query holds a percent escape that is not valid UTF-8");
        }
        return new QueryParameters(values);
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    /** Writes each parameter as a property: a string where it came once, an array of strings where it came repeatedly. */
    void write(JsonGenerator json) {
        values.forEach((name, all) -> {
            json.writeName(name);
            if (all.size() == 1) {
                json.writeString(all.getFirst());
            } else {
                json.writeStartArray();
                all.forEach(json::writeString);
                json.writeEndArray();
            }
        });
    }
}
