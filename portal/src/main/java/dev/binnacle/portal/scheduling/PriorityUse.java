package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.PriorityClass;
import dev.binnacle.portal.web.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A priority class and the pods that use it.
 *
 * @param users names of the workloads
 */
record PriorityUse(PriorityClass priority, int pods, long cpuMillis, List<String> users) {

    private static final int NAMED = 4;

    /** Returns every class, the last to be evicted first. */
    static List<PriorityUse> ladder(ClusterModel model) {
        Map<String, List<Pod>> byClass = new HashMap<>();
        for (Pod pod : model.pods()) {
            if (pod.phase() != PodPhase.SUCCEEDED && pod.phase() != PodPhase.FAILED) {
                byClass.computeIfAbsent(pod.priorityClass(), name -> new ArrayList<>())
                        .add(pod);
            }
        }
        return model.priorityClasses().stream()
                .sorted(Comparator.comparingInt(PriorityClass::value).reversed().thenComparing(PriorityClass::name))
                .map(priority -> of(priority, byClass.getOrDefault(priority.name(), List.of())))
                .toList();
    }

    private static PriorityUse of(PriorityClass priority, List<Pod> pods) {
        TreeSet<String> users = new TreeSet<>();
        long cpuMillis = 0;
        for (Pod pod : pods) {
            cpuMillis += pod.requests().cpuMillis();
            users.add(pod.workload() == null ? pod.name() : pod.workload().name());
        }
        return new PriorityUse(priority, pods.size(), cpuMillis, List.copyOf(users));
    }

    public String preemption() {
        return priority.preemptionPolicy().equals("Never") ? "never preempts" : "preempts lower";
    }

    public String who() {
        if (users.isEmpty()) {
            return priority.description().isEmpty() ? "Nobody uses it" : "Nobody uses it. " + priority.description();
        }
        String named = String.join(", ", users.subList(0, Math.min(NAMED, users.size())));
        String all = users.size() <= NAMED ? named : named + " and " + (users.size() - NAMED) + " more";
        return (priority.globalDefault() ? "The default: " : "") + all;
    }

    public String amount() {
        return Amounts.cpu(cpuMillis);
    }
}
