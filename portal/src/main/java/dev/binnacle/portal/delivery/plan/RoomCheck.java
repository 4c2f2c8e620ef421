package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Node;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Check;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Is there room for the pods that come before the old ones go? Counts CPU, memory and number of pods on nodes that are
 * ready, not cordoned and without taints; affinity and spread rules are not counted, and the answer says so.
 */
@Component
@Order(5)
class RoomCheck implements PreflightCheck {

    @Override
    public List<Check> check(Situation situation) {
        int more = additional(situation);
        if (more <= 0) {
            return List.of();
        }
        Resources each = situation.podRequest();
        long room = situation.model().nodes().stream()
                .filter(RoomCheck::takesPods)
                .mapToLong(node -> fits(situation.model(), node, each))
                .sum();
        String asked = words(each);
        if (room >= more) {
            return List.of(Check.go("There is room for " + (more == 1 ? "the pod" : more + " pods")
                    + " more that it needs, " + asked + " each (affinity and spread not counted)."));
        }
        return List.of(Check.warn("There is room for " + room + " of the " + more + " pods more that it needs, " + asked
                + " each: new pods may stay pending."));
    }

    /** A Deployment that rolls has at least one pod more meanwhile; the others replace in place. */
    private static int additional(Situation situation) {
        var workload = situation.workload();
        return switch (situation.request().change()) {
            case Change.Scale(var replicas) -> replicas - workload.desired();
            case Change.Restart _, Change.NewImage _, Change.RollBack _, Change.DeployEcho _ ->
                workload.key().kind() == WorkloadKind.DEPLOYMENT
                                && workload.strategy().equals("RollingUpdate")
                                && workload.desired() > 0
                        ? 1
                        : 0;
            case Change.Pause _, Change.Resume _ -> 0;
        };
    }

    private static boolean takesPods(Node node) {
        return node.ready()
                && !node.cordoned()
                && node.taints().stream().allMatch(taint -> taint.effect().equals("PreferNoSchedule"));
    }

    private static long fits(ClusterModel model, Node node, Resources each) {
        Resources free = node.allocatable();
        int pods = 0;
        for (var pod : model.podsOn(node.name())) {
            if (pod.phase() != PodPhase.SUCCEEDED && pod.phase() != PodPhase.FAILED) {
                free = free.minus(pod.requests());
                pods++;
            }
        }
        long byCpu = each.cpuMillis() == 0 ? Long.MAX_VALUE : free.cpuMillis() / each.cpuMillis();
        long byMemory = each.memoryBytes() == 0 ? Long.MAX_VALUE : free.memoryBytes() / each.memoryBytes();
        return Math.max(0, Math.min(Math.min(byCpu, byMemory), node.allocatablePods() - pods));
    }

    private static String words(Resources each) {
        return each.cpuMillis() / 1000.0 + " CPU and " + each.memoryBytes() / (1 << 20) + " MiB";
    }
}
