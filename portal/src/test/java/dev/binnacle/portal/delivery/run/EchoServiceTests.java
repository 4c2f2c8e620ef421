package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.ClusterTest;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.plan.Planner;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@ClusterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EchoServiceTests {
    private final Planner planner;
    private final Deliveries deliveries;
    private final OperationRows rows;
    private final KubernetesClient client;
    private final String namespace = "echo-" + UUID.randomUUID().toString().substring(0, 8);

    EchoServiceTests(Planner planner, Deliveries deliveries, OperationRows rows, KubernetesClient client) {
        this.planner = planner;
        this.deliveries = deliveries;
        this.rows = rows;
        this.client = client;
    }

    @AfterAll
    void tidy() {
        client.namespaces().withName(namespace).delete();
    }

    @Test
    void theEchoServiceIsPlannedObjectByObjectAndApplied() {
        var request = new Request(
                OperationId.next(),
                OneCluster.REHEARSAL.id(),
                OneCluster.REHEARSAL.name(),
                new WorkloadKey(WorkloadKind.DEPLOYMENT, namespace, "echo"),
                new Change.DeployEcho(),
                "alice",
                "");

        Plan plan = planner.plan(OneCluster.REHEARSAL, request);
        assertThat(plan.blocked()).as("%s", plan.checks()).isFalse();
        assertThat(plan.checks())
                .extracting(check -> check.says())
                .contains("Namespace " + namespace + " would be created.")
                .anySatisfy(says -> assertThat(says).startsWith("Deployment echo"))
                .anySatisfy(says -> assertThat(says).startsWith("Service echo"));
        assertThat(client.namespaces().withName(namespace).get()).isNull();

        deliveries.confirm(OneCluster.REHEARSAL, request, plan);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (rows.find(request.id()).orElseThrow().applied() == null) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }

        var deployment = client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("echo")
                .get();
        assertThat(client.autoscaling()
                        .v2()
                        .horizontalPodAutoscalers()
                        .inNamespace(namespace)
                        .withName("echo")
                        .get()
                        .getSpec()
                        .getMinReplicas())
                .as("the replicas are its autoscaler's")
                .isEqualTo(4);
        assertThat(deployment.getMetadata().getManagedFields())
                .anySatisfy(entry -> assertThat(entry.getManager()).isEqualTo("binnacle"));
        assertThat(client.services().inNamespace(namespace).withName("echo").get())
                .isNotNull();
    }
}
