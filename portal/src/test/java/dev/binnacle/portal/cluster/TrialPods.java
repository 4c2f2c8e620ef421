package dev.binnacle.portal.cluster;

import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pods that nobody schedules, in a namespace of their own. */
final class TrialPods implements AutoCloseable {

    private final KubernetesClient admin = Sandbox.shared().kubernetes().adminClient();
    private final String namespace = "trial-" + UUID.randomUUID().toString().substring(0, 8);

    TrialPods() {
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        Followed.eventually(
                Duration.ofMinutes(4),
                () -> admin.serviceAccounts()
                                .inNamespace(namespace)
                                .withName("default")
                                .get()
                        != null);
    }

    String namespace() {
        return namespace;
    }

    void create(String name) {
        admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .withSchedulerName("nobody")
                        .addNewContainer()
                        .withName("main")
                        .withImage("example/main:1")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
    }

    void delete(String name) {
        admin.pods().inNamespace(namespace).withName(name).withGracePeriod(0).delete();
    }

    /** @return the names, as the API server lists them now */
    Set<String> listed() {
        return admin.pods().inNamespace(namespace).list().getItems().stream()
                .map(pod -> pod.getMetadata().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        admin.namespaces().withName(namespace).delete();
        admin.close();
    }
}
