package dev.binnacle.portal.log.search;

import java.util.Set;

/**
 * A field as the index maps it.
 *
 * @param type Elasticsearch's name of its type; one of them where indices disagree
 */
public record Field(String name, String type) {

    private static final Set<String> EXACT = Set.of("keyword", "constant_keyword", "wildcard");

    /** @return whether a value is stored whole, so that equality and wildcards mean the whole value */
    boolean isExact() {
        return EXACT.contains(type);
    }

    boolean isDate() {
        return type.equals("date") || type.equals("date_nanos");
    }

    /** @return whether its values are words in a text, which can be searched, but not counted */
    boolean isText() {
        return type.equals("text") || type.equals("match_only_text");
    }
}
