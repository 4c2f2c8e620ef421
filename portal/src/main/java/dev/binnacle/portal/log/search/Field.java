package dev.binnacle.portal.log.search;

import java.util.List;
import java.util.Set;

/**
 * A field as the index maps it.
 *
 * @param type Elasticsearch's name of its type; where indices disagree one of them, {@code keyword} if that is one
 * @param only the indices that map it so; empty where all do that have it
 */
public record Field(String name, String type, List<String> only) {

    private static final Set<String> EXACT = Set.of("keyword", "constant_keyword", "wildcard");

    public Field {
        only = List.copyOf(only);
    }

    public Field(String name, String type) {
        this(name, type, List.of());
    }

    /** @return whether values are stored whole in each index that this is of, so that equality means the whole value */
    boolean isExact() {
        return EXACT.contains(type);
    }

    /** @return whether all indices that have it agree on what it is */
    boolean isOfOneType() {
        return only.isEmpty();
    }

    boolean isDate() {
        return isOfOneType() && (type.equals("date") || type.equals("date_nanos"));
    }

    /** @return whether its values are words in a text, which can be searched, but not counted */
    boolean isText() {
        return type.equals("text") || type.equals("match_only_text");
    }
}
