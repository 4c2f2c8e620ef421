package dev.binnacle.sandbox.admission;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Workloads of every kind that is judged. */
final class Workloads {

    static final String REFUSAL = "every container must request CPU and memory";
    static final List<String> KINDS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod");

    private static final Map<String, String> LABELS = Map.of("app", "judged");
    private static final LabelSelector SELECTOR =
            new LabelSelectorBuilder().withMatchLabels(LABELS).build();

    private Workloads() {}

    static HasMetadata lacking() {
        return of("Deployment", "lacking", List.of(), List.of(container("app", Map.of(), Map.of())));
    }

    static HasMetadata complete(String name) {
        return of("Deployment", name, List.of(), List.of(container("app", amounts("10m", "16Mi"), Map.of())));
    }

    static Container container(String name, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return new ContainerBuilder()
                .withName(name)
                .withImage("example.org/pretended:1")
                .withNewResources()
                .withRequests(requests)
                .withLimits(limits)
                .endResources()
                .build();
    }

    /** CPU and memory, each left out where empty. */
    static Map<String, Quantity> amounts(String cpu, String memory) {
        Map<String, Quantity> amounts = new TreeMap<>();
        Map.of("cpu", cpu, "memory", memory).forEach((resource, amount) -> {
            if (!amount.isEmpty()) {
                amounts.put(resource, Quantity.parse(amount));
            }
        });
        return amounts;
    }

    static HasMetadata of(String kind, String name, List<Container> initial, List<Container> regular) {
        boolean once = kind.endsWith("Job");
        PodSpec pod = new PodSpecBuilder()
                .withRestartPolicy(once ? "Never" : "Always")
                .withInitContainers(initial)
                .withContainers(regular)
                .build();
        PodTemplateSpec template = new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(LABELS)
                .endMetadata()
                .withSpec(pod)
                .build();
        HasMetadata object = switch (kind) {
            case "Deployment" ->
                new DeploymentBuilder()
                        .withNewSpec()
                        .withReplicas(0)
                        .withSelector(SELECTOR)
                        .withTemplate(template)
                        .endSpec()
                        .build();
            case "StatefulSet" ->
                new StatefulSetBuilder()
                        .withNewSpec()
                        .withServiceName("none")
                        .withSelector(SELECTOR)
                        .withTemplate(template)
                        .endSpec()
                        .build();
            case "DaemonSet" ->
                new DaemonSetBuilder()
                        .withNewSpec()
                        .withSelector(SELECTOR)
                        .withTemplate(template)
                        .endSpec()
                        .build();
            case "ReplicaSet" ->
                new ReplicaSetBuilder()
                        .withNewSpec()
                        .withSelector(SELECTOR)
                        .withTemplate(template)
                        .endSpec()
                        .build();
            case "Job" ->
                new JobBuilder().withNewSpec().withTemplate(template).endSpec().build();
            case "CronJob" ->
                new CronJobBuilder()
                        .withNewSpec()
                        .withSchedule("@yearly")
                        .withNewJobTemplate()
                        .withNewSpec()
                        .withTemplate(template)
                        .endSpec()
                        .endJobTemplate()
                        .endSpec()
                        .build();
            default -> new PodBuilder().withSpec(pod).build();
        };
        object.setMetadata(new ObjectMetaBuilder().withName(name).build());
        return object;
    }

    /** A workload by chance: any kind, up to two init containers, up to three containers, any of the amounts missing. */
    static HasMetadata random(Random random, String name) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean careful = random.nextInt(3) == 0;
        return of(kind, name, containers(random, "init-", 0, 2, careful), containers(random, "app-", 1, 3, careful));
    }

    private static List<Container> containers(Random random, String name, int least, int most, boolean careful) {
        List<Container> containers = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            // Requests never exceed limits, which the API server would refuse for a reason of its own.
            Map<String, Quantity> requests = amounts(
                    pick(random, careful, "10m", "0.1", "0", ""), pick(random, careful, "1Mi", "2000000", "0", ""));
            Map<String, Quantity> limits = amounts(pick(random, false, "1", "2", ""), pick(random, false, "1Gi", ""));
            containers.add(container(name + i, requests, limits));
        }
        return containers;
    }

    private static String pick(Random random, boolean first, String... choices) {
        return choices[first ? random.nextInt(2) : random.nextInt(choices.length)];
    }
}
