package dev.binnacle.portal.alert.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How alerts are put together, and in which order.
 *
 * @param by labels that are the same within a group; none for groups as Alertmanager makes them
 * @param collapsed whether only the heads of groups are shown
 */
record Arrangement(List<String> by, Sort sort, boolean collapsed) {

    static final Arrangement USUAL = new Arrangement(List.of(), Sort.WORST, false);

    private static final int MOST_LABELS = 5;

    static Arrangement of(String by, Sort sort, String rows) {
        return new Arrangement(
                Arrays.stream(by.split("[,\\s]+"))
                        .filter(label -> !label.isEmpty())
                        .distinct()
                        .limit(MOST_LABELS)
                        .toList(),
                sort,
                rows.equals("none"));
    }

    /** @return the parameters of an address that say so */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!by.isEmpty()) {
            parameters.put("by", String.join(",", by));
        }
        if (!sort.equals(Sort.WORST)) {
            parameters.put("sort", sort.token());
        }
        if (collapsed) {
            parameters.put("rows", "none");
        }
        return parameters;
    }
}
