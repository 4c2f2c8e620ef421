package dev.binnacle.portal.alert.page;

import java.util.Comparator;
import java.util.Map;

/** How often texts are there. */
final class Counts {

    private Counts() {}

    /** @return the order of those that are there most often first, and among them of the alphabet */
    static <N extends Comparable<N>> Comparator<Map.Entry<String, N>> mostFirst() {
        return Map.Entry.<String, N>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
    }
}
