package dev.binnacle.portal.delivery;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A namespace with Deployments whose pods the sandbox pretends. */
public final class PretendedWorkloads {
    public static final String BEHAVIOUR = "sandbox.binnacle.dev/behaviour";

    private final KubernetesClient client;
    private final String namespace = "delivery-" + UUID.randomUUID().toString().substring(0, 8);

    public PretendedWorkloads(KubernetesClient client) {
        this.client = client;
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    public String namespace() {
        return namespace;
    }

    public void remove() {
        client.namespaces().withName(namespace).delete();
    }

    /** @return a Deployment of two pods, ready */
    public WorkloadKey deployment(String name) {
        client.resource(definition(name, Map.of())).create();
        ready(name);
        return new WorkloadKey(WorkloadKind.DEPLOYMENT, namespace, name);
    }

    public void ready(String name) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .waitUntilCondition(PretendedWorkloads::rolledOut, 3, TimeUnit.MINUTES);
    }

    public Deployment get(String name) {
        return client.apps().deployments().inNamespace(namespace).withName(name).get();
    }

    /** Has the pods of the next revision behave so; changes the template, as somebody with kubectl would. */
    public void annotate(String name, Map<String, String> annotations) {
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name)
                .edit(deployment -> new DeploymentBuilder(deployment)
                        .editMetadata()
                        .withResourceVersion(null) // or the change is refused once the controller writes in between
                        .endMetadata()
                        .editSpec()
                        .editTemplate()
                        .editMetadata()
                        .addToAnnotations(annotations)
                        .endMetadata()
                        .endTemplate()
                        .endSpec()
                        .build());
    }

    public Deployment definition(String name, Map<String, String> annotations) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withReplicas(2)
                .withProgressDeadlineSeconds(60)
                .withNewSelector()
                .addToMatchLabels("app", name)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", name)
                .addToAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName(name)
                .withImage("registry.example.net/shop/" + name + ":1.0.0")
                .addNewEnv()
                .withName("PASSWORD")
                .withValue("hunter2-canary")
                .endEnv()
                .withNewResources()
                .addToRequests("cpu", new Quantity("50m"))
                .addToRequests("memory", new Quantity("32Mi"))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static boolean rolledOut(Deployment deployment) {
        return deployment != null
                && deployment.getStatus() != null
                && Integer.valueOf(2).equals(deployment.getStatus().getAvailableReplicas())
                && Integer.valueOf(2).equals(deployment.getStatus().getUpdatedReplicas());
    }
}
