package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Condition;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodPhase;
import dev.binnacle.portal.cluster.Resources;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workloads and pods as a cluster would report them. */
final class Fixtures {

    static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    private Fixtures() {}

    static Workload deployment(String name, int desired, int current, int ready, int updated, Condition... conditions) {
        return new Workload(
                new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", name),
                "uid-" + name,
                LONG_AGO,
                Map.of("team", "shop"),
                Map.of("app", name),
                1,
                1,
                desired,
                current,
                ready,
                updated,
                ready,
                false,
                0,
                "",
                "RollingUpdate",
                "",
                List.of(new Workload.TemplateContainer(
                        "web", "example/" + name + ":1.2", Resources.NONE, Resources.NONE, "", "", "")),
                List.of(conditions),
                List.of());
    }

    static Condition condition(String type, String status, String reason, String message) {
        return new Condition(type, status, reason, message, LONG_AGO);
    }

    static Pod pod(String of, String name, boolean ready, String node, String message, Container... containers) {
        return new Pod(
                "shop",
                name,
                "uid-" + name,
                LONG_AGO,
                Map.of("app", of),
                new WorkloadKey(WorkloadKind.DEPLOYMENT, "shop", of),
                "hash",
                node,
                "10.244.0.1",
                node.isEmpty() ? PodPhase.PENDING : PodPhase.RUNNING,
                ready,
                Resources.NONE,
                0,
                "",
                message.isEmpty() ? "" : "Unschedulable",
                message,
                List.of(containers),
                LONG_AGO,
                null);
    }

    static Container container(
            Container.State state, boolean ready, int restarts, Container.@Nullable Terminated last) {
        return new Container(
                "web", "example/web:1.2", false, ready, restarts, Resources.NONE, Resources.NONE, state, last);
    }

    static Container.Terminated ended(int code, String reason) {
        return new Container.Terminated(reason, "", code, LONG_AGO);
    }
}
