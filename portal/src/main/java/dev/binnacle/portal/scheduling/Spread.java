package dev.binnacle.portal.scheduling;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How pods lie over the domains of a topology: zones, or nodes.
 *
 * <p>Skew is defined as for a topology spread constraint over all these domains: the number of pods in the fullest minus
 * that in the emptiest, where a domain without any counts as 0.
 *
 * @param pods by domain, of the domains that have any
 * @param domains how many there are, the empty ones too
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/">Pod Topology Spread
 *     Constraints</a>
 */
public record Spread(SortedMap<String, Integer> pods, int domains) {

    public Spread {
        if (domains < pods.size()) {
            throw new IllegalArgumentException(pods.size() + " domains have pods, of " + domains);
        }
        pods = Collections.unmodifiableSortedMap(new TreeMap<>(pods));
    }

    public int total() {
        return pods.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int skew() {
        return fullest() - (pods.size() < domains || pods.isEmpty() ? 0 : Collections.min(pods.values()));
    }

    private int fullest() {
        return pods.isEmpty() ? 0 : Collections.max(pods.values());
    }

    /** Returns how many pods are left when the fullest domain fails. */
    public int left() {
        return total() - fullest();
    }

    /** Returns how many would be left then if the same pods were spread as evenly as their number allows. */
    public int leftWhenEven() {
        return domains == 0 ? 0 : total() - Math.ceilDiv(total(), domains);
    }

    /** Returns whether another placement of the same pods could survive a failure better. */
    public boolean uneven() {
        return left() < leftWhenEven();
    }

    /** Returns {@link #left} in per cent of {@link #leftWhenEven}; 100 where no placement could do better. */
    public int score() {
        return leftWhenEven() == 0 ? 100 : Math.round(100f * left() / leftWhenEven());
    }

    /** Returns "zone-a 4, zone-b 2", the fullest first and at most {@code limit} of them, and how many have none. */
    public String words(int limit) {
        String fullestFirst = pods.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(domain -> domain.getKey() + " " + domain.getValue())
                .collect(joining(", "));
        String more = pods.size() > limit ? " and " + (pods.size() - limit) + " more" : "";
        int empty = domains - pods.size();
        return fullestFirst + more + (empty == 0 ? "" : (pods.isEmpty() ? "" : ", ") + empty + " with none");
    }

    /** Returns the name of the fullest domain, the first by name of several; empty without domains. */
    public String fullestDomain() {
        return pods.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
