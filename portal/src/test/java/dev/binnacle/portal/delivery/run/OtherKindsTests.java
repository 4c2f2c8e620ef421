package dev.binnacle.portal.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.operation.Change;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Outcome;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.plan.Planner;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** StatefulSets and DaemonSets, whose revisions are ControllerRevisions. */
class OtherKindsTests extends OperationFlow {

    OtherKindsTests(
            Planner planner,
            Deliveries deliveries,
            OperationRows rows,
            Steps steps,
            Clusters clusters,
            KubernetesClient client) {
        super(planner, deliveries, rows, steps, clusters, client);
    }

    @Test
    void aStatefulSetIsDeployedAndRolledBack() {
        client.resource(new StatefulSetBuilder()
                        .withNewMetadata()
                        .withName("ledger")
                        .withNamespace(workloads.namespace())
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(2)
                        .withServiceName("ledger")
                        .withNewSelector()
                        .addToMatchLabels("app", "ledger")
                        .endSelector()
                        .withTemplate(template("ledger"))
                        .endSpec()
                        .build())
                .create();
        deployedAndRolledBack(new WorkloadKey(WorkloadKind.STATEFUL_SET, workloads.namespace(), "ledger"));
    }

    @Test
    void aDaemonSetIsDeployedAndRolledBack() {
        client.resource(new DaemonSetBuilder()
                        .withNewMetadata()
                        .withName("agent")
                        .withNamespace(workloads.namespace())
                        .endMetadata()
                        .withNewSpec()
                        .withNewSelector()
                        .addToMatchLabels("app", "agent")
                        .endSelector()
                        .withTemplate(template("agent"))
                        .endSpec()
                        .build())
                .create();
        deployedAndRolledBack(new WorkloadKey(WorkloadKind.DAEMON_SET, workloads.namespace(), "agent"));
    }

    private void deployedAndRolledBack(WorkloadKey key) {
        await(
                key + " is ready",
                () -> model.workload(key)
                        .filter(seen -> seen.desired() > 1 && seen.available() == seen.desired())
                        .isPresent());
        await("its first revision is seen", () -> model.revisions(key).size() == 1);
        String first = image(key);

        Operation deployed = ended(confirm(key, new Change.NewImage(key.name(), first.replace(":1.0.0", ":1.1.0"))));
        assertThat(outcome(deployed))
                .as("%s", steps.of(deployed.request().id()))
                .isInstanceOf(Outcome.Succeeded.class);
        await("the new image is seen", () -> image(key).endsWith(":1.1.0"));
        await("its second revision is seen", () -> model.revisions(key).size() == 2);

        Operation back = ended(confirm(key, new Change.RollBack(1)));
        assertThat(outcome(back)).as("%s", steps.of(back.request().id())).isInstanceOf(Outcome.Succeeded.class);
        await("the old image is seen", () -> image(key).equals(first));
        await("all its pods have it", () -> {
            Workload seen = model.workload(key).orElseThrow();
            return seen.updated() == seen.desired() && seen.available() == seen.desired();
        });
    }

    private String image(WorkloadKey key) {
        return model.workload(key).orElseThrow().containers().getFirst().image();
    }

    private PodTemplateSpec template(String name) {
        return workloads.definition(name, Map.of()).getSpec().getTemplate();
    }
}
