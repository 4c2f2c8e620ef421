package dev.binnacle.portal.cluster;

/**
 * What the scheduler counts for a pod: the larger of all its containers together and of the hungriest moment of its
 * start, sidecars counted from when they start, and the overhead of its runtime class. A request of the whole pod goes
 * before those of its containers.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers">
 *     Resource sharing within containers</a>
 */
final class PodRequests {

    private PodRequests() {}

    static Resources of(Item spec) {
        Resources sidecars = Resources.NONE;
        Resources starting = Resources.NONE;
        for (Item init : spec.list("initContainers")) {
            Resources asked = requests(init);
            if (restartable(init)) {
                sidecars = sidecars.plus(asked);
                starting = larger(starting, sidecars);
            } else {
                starting = larger(starting, sidecars.plus(asked));
            }
        }
        Resources running = sidecars;
        for (Item container : spec.list("containers")) {
            running = running.plus(requests(container));
        }
        return whole(spec.at("resources", "requests"), larger(running, starting))
                .plus(amounts(spec.at("overhead")));
    }

    /** @return whether an init container keeps running beside the others */
    static boolean restartable(Item container) {
        return container.text("restartPolicy").equals("Always");
    }

    private static Resources whole(Item pod, Resources containers) {
        Resources asked = amounts(pod);
        return new Resources(
                pod.has("cpu") ? asked.cpuMillis() : containers.cpuMillis(),
                pod.has("memory") ? asked.memoryBytes() : containers.memoryBytes());
    }

    private static Resources requests(Item container) {
        return amounts(container.at("resources", "requests"));
    }

    private static Resources amounts(Item amounts) {
        return new Resources(Quantities.cpuMillis(amounts.written("cpu")), Quantities.bytes(amounts.written("memory")));
    }

    private static Resources larger(Resources one, Resources other) {
        return new Resources(
                Math.max(one.cpuMillis(), other.cpuMillis()), Math.max(one.memoryBytes(), other.memoryBytes()));
    }
}
