package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.pod.log.PodLogs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;

/** Tells kwok which file is whose log, by the object that it reads for that: {@code Logs}, named as the pod. */
record ServedLogs(KubernetesClient client, PodLogs files) {
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("binnacle-sandbox")
            .withForce(true)
            .build();

    void serve(PretendedContainer container) {
        Map<String, Object> log = Map.of(
                "containers", List.of(container.container()),
                "logsFile", file(container, container.restart()),
                "previousLogsFile", file(container, Math.max(0, container.restart() - 1)),
                "follow", true);
        GenericKubernetesResource logs = new GenericKubernetesResourceBuilder()
                .withApiVersion("kwok.x-k8s.io/v1alpha1")
                .withKind("Logs")
                .withNewMetadata()
                .withNamespace(container.namespace())
                .withName(container.pod())
                .addToOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("Pod")
                        .withName(container.pod())
                        .withUid(container.uid())
                        .build())
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("logs", List.of(log)))
                .build();
        client.resource(logs).patch(APPLY);
    }

    private String file(PretendedContainer container, int restart) {
        return files.file(container.namespace(), container.pod(), container.uid(), container.container(), restart)
                .toString();
    }
}
