package dev.binnacle.portal.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link to the log page asks for; every view is such a link.
 *
 * @param query in the query language; empty for every line
 * @param from the beginning of the range, {@code now-1h} where the link says nothing
 * @param to its end, {@code now} where the link says nothing
 * @param sort {@code oldest} or {@code newest}, which is usual
 * @param workload {@code deployment/shop/echo} for the pods of one workload
 */
record Asked(String query, String from, String to, String sort, String workload) {

    static final String OLDEST = "oldest";
    static final String NEWEST = "newest";

    Asked(
            @Nullable String query,
            @Nullable String from,
            @Nullable String to,
            @Nullable String sort,
            @Nullable String workload) {
        this.query = query == null ? "" : query.strip();
        this.from = given(from, TimeRange.USUAL);
        this.to = given(to, TimeRange.NOW);
        this.sort = OLDEST.equals(sort) ? OLDEST : NEWEST;
        this.workload = workload == null ? "" : workload;
    }

    boolean newestFirst() {
        return sort.equals(NEWEST);
    }

    Asked withQuery(String other) {
        return new Asked(other, from, to, sort, workload);
    }

    Asked during(String otherFrom, String otherTo) {
        return new Asked(query, otherFrom, otherTo, sort, workload);
    }

    Asked sorted(String other) {
        return new Asked(query, from, to, other, workload);
    }

    Asked ofWorkload(String other) {
        return new Asked(query, from, to, sort, other);
    }

    /** @return the link, without what is usual */
    String link(String environment) {
        return Links.with(Links.path("environments", environment, "logs"), parameters());
    }

    /** @return names and values in turn, without what is usual */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        add(parameters, "query", query, "");
        add(parameters, "from", from, TimeRange.USUAL);
        add(parameters, "to", to, TimeRange.NOW);
        add(parameters, "sort", sort, NEWEST);
        add(parameters, "workload", workload, "");
        return parameters;
    }

    private static void add(List<String> parameters, String name, String value, String usual) {
        if (!value.equals(usual)) {
            parameters.add(name);
            parameters.add(value);
        }
    }

    private static String given(@Nullable String text, String usual) {
        return text == null || text.isBlank() ? usual : text.strip();
    }
}
