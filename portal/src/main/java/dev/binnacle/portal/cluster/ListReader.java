package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.filter.TokenFilter.Inclusion;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the API server sends item by item, so that only one item is in memory at a time. */
final class ListReader {

    /** An item is read from the midst of a list, so tokens follow it. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Parts that no record keeps and that make most of an object's size. */
    private static final Set<String> SKIPPED = Set.of(
            "managedFields",
            "kubectl.kubernetes.io/last-applied-configuration",
            "env",
            "envFrom",
            "volumes",
            "volumeMounts",
            "volumeClaimTemplates",
            "volumesInUse",
            "volumesAttached",
            "images",
            "command",
            "args",
            "tolerations",
            "affinity",
            "securityContext");

    private static final TokenFilter NEEDED = new TokenFilter() {
        @Override
        public @Nullable TokenFilter includeProperty(String name) {
            return SKIPPED.contains(name) ? null : this;
        }
    };

    private ListReader() {}

    /**
     * Reads one page of a list.
     *
     * @throws IOException where the body is cut or not what a list looks like
     */
    static Page page(InputStream body, Consumer<Item> items) throws IOException {
        try (JsonParser parser = filtered(MAPPER.createParser(body))) {
            Item metadata = null;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Not a list");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if ("items".equals(name) && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        items.accept(new Item(MAPPER.readTree(parser)));
                    }
                } else if ("metadata".equals(name)) {
                    metadata = new Item(MAPPER.readTree(parser));
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || metadata == null) {
                throw new IOException("The list ends too early");
            }
            return new Page(metadata.text("resourceVersion"), metadata.text("continue"));
        } catch (JacksonException malformed) {
            throw new IOException("The list is cut or malformed", malformed);
        }
    }

    /** @throws IOException where the text is not an object */
    static Item object(String text) throws IOException {
        try (JsonParser parser = filtered(MAPPER.createParser(text))) {
            parser.nextToken();
            return new Item(MAPPER.readTree(parser));
        } catch (JacksonException malformed) {
            throw new IOException("Not an object", malformed);
        }
    }

    private static JsonParser filtered(JsonParser parser) {
        return new FilteringParserDelegate(parser, NEEDED, Inclusion.INCLUDE_ALL_AND_PATH, true);
    }

    /** @param next the token of the next page; empty at the last one */
    record Page(String resourceVersion, String next) {}
}
