package dev.binnacle.sandbox.seed;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Brings two workloads into the middle of a rollout: one whose new image cannot be pulled, one that somebody paused. */
final class LaterRevisions {
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String BEHAVIOUR = "sandbox.binnacle.dev/behaviour";
    private static final int MOST_SECONDS = 900;

    private final KubernetesClient client;

    LaterRevisions(KubernetesClient client) {
        this.client = client;
    }

    /** Waits for the first revisions. Does nothing where there were later ones before. */
    void roll() {
        rollFrom(
                "payments",
                "fraud-scoring",
                deployment -> withImage(
                        deployment,
                        "registry.example.com/payments/fraud-scoring:4.5.0",
                        Map.of(BEHAVIOUR, "image-pull-failure")));
        boolean rolled = rollFrom(
                "platform",
                "api-docs",
                deployment -> withImage(
                        deployment,
                        "registry.example.com/platform/api-docs:12.1.0",
                        Map.of(BEHAVIOUR, "slow-start", "sandbox.binnacle.dev/start-delay", "20s")));
        if (rolled) {
            deployment("platform", "api-docs")
                    .waitUntilCondition(LaterRevisions::begun, MOST_SECONDS, TimeUnit.SECONDS);
            deployment("platform", "api-docs").rolling().pause();
        }
    }

    private boolean rollFrom(String namespace, String name, UnaryOperator<Deployment> change) {
        try {
            Deployment first = deployment(namespace, name).waitUntilReady(MOST_SECONDS, TimeUnit.SECONDS);
            if (!"1".equals(first.getMetadata().getAnnotations().get(REVISION))) {
                return false;
            }
            deployment(namespace, name).edit(change);
            return true;
        } catch (KubernetesClientTimeoutException e) {
            return false;
        }
    }

    private RollableScalableResource<Deployment> deployment(String namespace, String name) {
        return client.apps().deployments().inNamespace(namespace).withName(name);
    }

    private static boolean begun(Deployment deployment) {
        Integer updated = deployment.getStatus().getUpdatedReplicas();
        return "2".equals(deployment.getMetadata().getAnnotations().get(REVISION)) && updated != null && updated > 0;
    }

    /** Without a resource version, which would have the change refused once the controller writes in between. */
    private static Deployment withImage(Deployment deployment, String image, Map<String, String> annotations) {
        return new DeploymentBuilder(deployment)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .editSpec()
                .editTemplate()
                .editMetadata()
                .addToAnnotations(annotations)
                .endMetadata()
                .editSpec()
                .editFirstContainer()
                .withImage(image)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
