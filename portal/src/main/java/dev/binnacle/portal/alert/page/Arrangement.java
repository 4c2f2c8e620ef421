package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    /** Among alerts that are alike in that, the worst come first, and then the newest; quiet ones come last in any case. */
    enum Sort {
        WORST("worst first"),
        NEWEST("newest first"),
        OLDEST("oldest first"),
        NAME("by name");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String words() {
            return words;
        }

        Comparator<Alert> order() {
            return Comparator.comparing((Alert alert) -> !alert.state().loud())
                    .thenComparing(
                            switch (this) {
                                case WORST -> Comparator.comparing(Alert::severity);
                                case NEWEST -> Comparator.comparing(Alert::startsAt, Comparator.reverseOrder());
                                case OLDEST -> Comparator.comparing(Alert::startsAt);
                                case NAME -> Comparator.comparing(Alert::name);
                            })
                    .thenComparing(Alert::severity)
                    .thenComparing(Alert::startsAt, Comparator.reverseOrder())
                    .thenComparing(Alert::fingerprint);
        }
    }

    /** What is not known stands for what is usual. */
    static Arrangement of(String by, String sort, String rows) {
        return new Arrangement(
                Arrays.stream(by.split("[,\\s]+"))
                        .filter(label -> !label.isEmpty())
                        .distinct()
                        .limit(MOST_LABELS)
                        .toList(),
                Arrays.stream(Sort.values())
                        .filter(each -> each.token().equals(sort))
                        .findFirst()
                        .orElse(Sort.WORST),
                rows.equals("none"));
    }

    /** @return the parameters of an address that say so */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!by.isEmpty()) {
            parameters.put("by", String.join(",", by));
        }
        if (sort != Sort.WORST) {
            parameters.put("sort", sort.token());
        }
        if (collapsed) {
            parameters.put("rows", "none");
        }
        return parameters;
    }
}
