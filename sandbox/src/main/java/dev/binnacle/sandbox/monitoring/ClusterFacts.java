package dev.binnacle.sandbox.monitoring;

import dev.binnacle.sandbox.kubernetes.SparsePods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What informers know about pods, deployments, autoscalers and nodes, as metrics.
 *
 * @see <a href="https://github.com/kubernetes/kube-state-metrics/tree/main/docs">kube-state-metrics' names</a>
 */
final class ClusterFacts {
    private static final long PAGE = 500;

    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<Deployment> deployments;
    private final SharedIndexInformer<HorizontalPodAutoscaler> autoscalers;
    private final SharedIndexInformer<Node> nodes;

    ClusterFacts(KubernetesClient client) {
        pods = client.pods()
                .inAnyNamespace()
                .withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(new SparsePods(pod -> SparsePods.named(pod)
                        .editMetadata()
                        .withOwnerReferences(pod.getMetadata().getOwnerReferences())
                        .endMetadata()
                        .withNewSpec()
                        .withNodeName(pod.getSpec().getNodeName())
                        .withContainers(pod.getSpec().getContainers().stream()
                                .map(ClusterFacts::limited)
                                .toList())
                        .endSpec()
                        .withStatus(pod.getStatus())
                        .build()))
                .run();
        deployments =
                client.apps().deployments().inAnyNamespace().withLimit(PAGE).inform();
        autoscalers = client.autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inAnyNamespace()
                .inform();
        nodes = client.nodes().inform();
    }

    /** All of it in Prometheus' text format. */
    String text() {
        var text = new Exposition();
        pods.getStore().list().forEach(pod -> add(text, pod));
        deployments.getStore().list().forEach(deployment -> add(text, deployment));
        autoscalers.getStore().list().forEach(autoscaler -> add(text, autoscaler));
        nodes.getStore().list().forEach(node -> add(text, node));
        return text.toString();
    }

    private static void add(Exposition text, Pod pod) {
        String[] labels = {
            "namespace",
            pod.getMetadata().getNamespace(),
            "pod",
            pod.getMetadata().getName()
        };
        String owner = pod.getMetadata().getOwnerReferences().stream()
                .map(OwnerReference::getKind)
                .findFirst()
                .orElse("");
        String node = Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
        text.add("kube_pod_info", 1, Exposition.join(Exposition.join(labels, "created_by_kind", owner), "node", node));
        for (Container container : pod.getSpec().getContainers()) {
            addLimits(text, container, Exposition.join(labels, "container", container.getName()));
        }
        if (pod.getStatus() == null) {
            return;
        }
        text.add(
                "kube_pod_status_phase",
                1,
                Exposition.join(labels, "phase", pod.getStatus().getPhase()));
        boolean unschedulable = pod.getStatus().getConditions().stream()
                .anyMatch(condition -> "Unschedulable".equals(condition.getReason()));
        if (unschedulable) {
            text.add("kube_pod_status_unschedulable", 1, labels);
        }
        for (ContainerStatus container : pod.getStatus().getContainerStatuses()) {
            String[] names = Exposition.join(labels, "container", container.getName());
            text.add("kube_pod_container_status_restarts_total", orZero(container.getRestartCount()), names);
            text.add("kube_pod_container_status_ready", Boolean.TRUE.equals(container.getReady()) ? 1 : 0, names);
            if (container.getState() != null && container.getState().getWaiting() != null) {
                text.add(
                        "kube_pod_container_status_waiting_reason",
                        1,
                        Exposition.join(
                                names,
                                "reason",
                                container.getState().getWaiting().getReason()));
            }
        }
    }

    private static Container limited(Container container) {
        return new ContainerBuilder()
                .withName(container.getName())
                .withResources(container.getResources())
                .build();
    }

    private static void addLimits(Exposition text, Container container, String[] labels) {
        Map<String, Quantity> limits =
                container.getResources() == null || container.getResources().getLimits() == null
                        ? Map.of()
                        : container.getResources().getLimits();
        Quantity memory = limits.get("memory");
        if (memory != null) {
            text.add(
                    "kube_pod_container_resource_limits",
                    memory.getNumericalAmount().longValue(),
                    Exposition.join(Exposition.join(labels, "resource", "memory"), "unit", "byte"));
        }
    }

    private static void add(Exposition text, Deployment deployment) {
        String[] labels = {
            "namespace",
            deployment.getMetadata().getNamespace(),
            "deployment",
            deployment.getMetadata().getName()
        };
        text.add("kube_deployment_spec_replicas", orZero(deployment.getSpec().getReplicas()), labels);
        var status = deployment.getStatus();
        text.add(
                "kube_deployment_status_replicas_available",
                status == null ? 0 : orZero(status.getAvailableReplicas()),
                labels);
    }

    private static void add(Exposition text, HorizontalPodAutoscaler autoscaler) {
        String[] labels = {
            "namespace",
            autoscaler.getMetadata().getNamespace(),
            "horizontalpodautoscaler",
            autoscaler.getMetadata().getName()
        };
        String prefix = "kube_horizontalpodautoscaler_";
        text.add(prefix + "spec_max_replicas", orZero(autoscaler.getSpec().getMaxReplicas()), labels);
        text.add(prefix + "spec_min_replicas", orZero(autoscaler.getSpec().getMinReplicas()), labels);
        var status = autoscaler.getStatus();
        if (status != null) {
            text.add(prefix + "status_current_replicas", orZero(status.getCurrentReplicas()), labels);
            text.add(prefix + "status_desired_replicas", orZero(status.getDesiredReplicas()), labels);
        }
    }

    private static void add(Exposition text, Node node) {
        String name = node.getMetadata().getName();
        text.add("kube_node_info", 1, "node", name);
        for (Taint taint : node.getSpec().getTaints()) {
            text.add("kube_node_spec_taint", 1, "node", name, "key", taint.getKey(), "effect", taint.getEffect());
        }
        for (NodeCondition condition : node.getStatus().getConditions()) {
            text.add(
                    "kube_node_status_condition",
                    "True".equals(condition.getStatus()) ? 1 : 0,
                    "node",
                    name,
                    "condition",
                    condition.getType(),
                    "status",
                    "true");
        }
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
