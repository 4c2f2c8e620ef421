package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.delivery.OperationBrief;
import dev.binnacle.portal.delivery.observed.ObservedChange;
import dev.binnacle.portal.delivery.observed.ObservedChanges;
import dev.binnacle.portal.delivery.operation.OperationLists;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.Tier;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be done to a workload and what was done, for its page. */
@Controller
class WorkloadOperationsController {
    private static final int LATEST = 5;

    private final Environments environments;
    private final Clusters clusters;
    private final OperationLists lists;
    private final ObservedChanges observed;

    WorkloadOperationsController(
            Environments environments, Clusters clusters, OperationLists lists, ObservedChanges observed) {
        this.environments = environments;
        this.clusters = clusters;
        this.lists = lists;
        this.observed = observed;
    }

    @GetMapping("/environments/{environment}/operations/of/{namespace}/{kind}/{name}")
    String fragment(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            Model model) {
        Environment record = environments.named(environment);
        var key = new WorkloadKey(AskedChange.workloadKind(kind), namespace, name);
        ClusterModel cluster = clusters.model(record);
        List<OperationBrief> latest = lists.latest(record.name(), key, LATEST);
        model.addAttribute(
                "part",
                new Part(
                        record.name(),
                        key,
                        latest,
                        observed.latest(record, key, LATEST),
                        latest.stream().anyMatch(brief -> brief.endedAt() == null),
                        record.tier() == Tier.PRODUCTION,
                        cluster.workload(key).map(Workload::paused).orElse(false),
                        cluster.revisions(key).size() > 1,
                        UUID.randomUUID()));
        return "delivery/of-workload :: part";
    }

    /**
     * What the fragment shows.
     *
     * @param observed the newest changes that others told of
     * @param held whether an operation is in progress, so that no other may begin
     * @param id of the operation that one click makes
     */
    record Part(
            String environment,
            WorkloadKey key,
            List<OperationBrief> latest,
            List<ObservedChange> observed,
            boolean held,
            boolean production,
            boolean paused,
            boolean revisions,
            UUID id) {

        public boolean scales() {
            return key.kind() != WorkloadKind.DAEMON_SET;
        }

        public boolean pauses() {
            return key.kind() == WorkloadKind.DEPLOYMENT;
        }

        /** @return why no operation may begin now; empty where one may */
        public String heldBy() {
            return latest.stream()
                    .filter(brief -> brief.endedAt() == null)
                    .map(brief -> "Operation " + brief.number() + " of " + brief.account() + " is in progress.")
                    .findFirst()
                    .orElse("");
        }
    }
}
