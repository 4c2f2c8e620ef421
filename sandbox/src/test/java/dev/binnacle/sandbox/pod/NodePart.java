package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One ready node, kept alive by its lease. */
final class NodePart implements Part {

    static final String NAME = "node";
    static final String NODE = "node-a";

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private @Nullable Thread heartbeat;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PodsPart.NAME);
    }

    @Override
    public void start(PartContext context) throws IOException {
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(context.kubeconfig()))
                .build();
        Map<String, Quantity> room =
                Map.of("cpu", new Quantity("8"), "memory", new Quantity("16Gi"), "pods", new Quantity("110"));
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName(NODE)
                .endMetadata()
                .withNewStatus()
                .withCapacity(room)
                .withAllocatable(room)
                .addNewAddress("127.0.0.1", "InternalIP")
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint(context.kubeletPort())
                .endDaemonEndpoints()
                .withConditions(new NodeConditionBuilder()
                        .withType("Ready")
                        .withStatus("True")
                        .withReason("KubeletReady")
                        .withLastHeartbeatTime(Clock.systemUTC().instant().toString())
                        .withLastTransitionTime(Clock.systemUTC().instant().toString())
                        .build())
                .endStatus()
                .build();
        client.resource(node).create();
        // Without the resource version of what was created, since the control plane writes to the new node as well.
        client.nodes().withName(NODE).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), node);
        heartbeat = Thread.ofVirtual().start(() -> beat(client));
    }

    private static void beat(KubernetesClient client) {
        try (client) {
            while (true) {
                client.resource(new LeaseBuilder()
                                .withNewMetadata()
                                .withNamespace("kube-node-lease")
                                .withName(NODE)
                                .endMetadata()
                                .withNewSpec()
                                .withHolderIdentity(NODE)
                                .withLeaseDurationSeconds(40)
                                .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
                                .endSpec()
                                .build())
                        .forceConflicts()
                        .serverSideApply();
                Thread.sleep(HEARTBEAT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (heartbeat != null) {
            heartbeat.interrupt();
        }
    }
}
