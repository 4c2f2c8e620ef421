package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.Workload.TopologySpread;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.web.Amounts;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;

/**
 * How the pods of one workload lie over nodes and zones.
 *
 * @param placed pods that have a node
 * @param asked the topology spread constraints of its pod template
 */
public record WorkloadSpread(WorkloadKey workload, int placed, Spread zones, Spread nodes, List<TopologySpread> asked) {

    static final String ZONE = "topology.kubernetes.io/zone";
    static final String HOSTNAME = "kubernetes.io/hostname";

    public WorkloadSpread {
        asked = List.copyOf(asked);
    }

    /** Returns the lower of the two scores: what the list is sorted by. */
    public int score() {
        return Math.min(zones.score(), nodes.score());
    }

    /** Says what a failure would leave, and where the constraint stands. */
    public Verdict verdict() {
        if (placed < 2) {
            return new Verdict(
                    Status.OK,
                    placed == 0 ? "No pod has a node." : "One pod cannot be spread: its node's failure takes it.");
        }
        if (zones.domains() > 1 && zones.uneven()) {
            return uneven("zone ", zones);
        }
        if (nodes.uneven()) {
            return uneven("", nodes);
        }
        return new Verdict(
                Status.OK,
                "The pods lie as evenly as " + placed + " can: if any node fails, at least " + nodes.left()
                        + " are left.");
    }

    private static Verdict uneven(String kind, Spread spread) {
        return new Verdict(
                Status.WARNING,
                "If " + kind + spread.fullestDomain() + " fails, " + spread.left() + " of "
                        + Amounts.count(spread.total(), "pod") + " are left; spread evenly, " + spread.leftWhenEven()
                        + " would be.",
                "The skew is " + spread.skew() + ".");
    }

    /** Returns what the pod template asks for over zones, in words. */
    public String askedOverZones() {
        return asked(ZONE);
    }

    /** Returns what the pod template asks for over nodes, in words. */
    public String askedOverNodes() {
        return asked(HOSTNAME);
    }

    private String asked(String key) {
        return asked.stream()
                .filter(constraint -> constraint.topologyKey().equals(key))
                .map(constraint -> "skew of at most " + constraint.maxSkew()
                        + (constraint.whenUnsatisfiable().equals("DoNotSchedule") ? ", required" : ", as a wish"))
                .findFirst()
                .orElse("nothing");
    }

    /** Returns the skew over zones where it breaks what the template requires or wishes. */
    public boolean breaksWhatIsAsked() {
        return asked.stream()
                .anyMatch(constraint -> constraint.maxSkew()
                        < switch (constraint.topologyKey()) {
                            case ZONE -> zones.skew();
                            case HOSTNAME -> nodes.skew();
                            default -> 0;
                        });
    }
}
