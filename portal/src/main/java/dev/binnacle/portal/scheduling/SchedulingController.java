package dev.binnacle.portal.scheduling;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.web.Section;
import dev.binnacle.portal.web.Section.Group;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the pods of an environment are, and whether there is room. */
@Controller
class SchedulingController {

    private static final int PENDING_SHOWN = 10;

    private final Environments environments;
    private final Clusters clusters;

    SchedulingController(Environments environments, Clusters clusters) {
        this.environments = environments;
        this.clusters = clusters;
    }

    @Bean
    static Section schedulingSection() {
        return Section.inEnvironment(Group.CAPACITY, 10, "Scheduling", "scheduling", "/scheduling");
    }

    @GetMapping("/environments/{environment}/scheduling")
    String page(@PathVariable String environment, SchedulingQuery query, Model model) {
        show(environments.named(environment), query, model);
        return "scheduling/scheduling";
    }

    @GetMapping(path = "/environments/{environment}/scheduling", headers = "HX-Target=scheduling")
    String part(@PathVariable String environment, SchedulingQuery query, Model model) {
        show(environments.named(environment), query, model);
        return "scheduling/scheduling :: scheduling";
    }

    /** The spread of one workload, for its own page. */
    @GetMapping("/environments/{environment}/scheduling/of/{namespace}/{kind}/{name}")
    String ofWorkload(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(defaultValue = "spread") String id,
            Model model) {
        ClusterModel cluster = clusters.model(environments.named(environment));
        Workload workload = key(kind, namespace, name)
                .flatMap(cluster::workload)
                .orElseThrow(
                        () -> new NotFound("There is no " + kind + " " + name + " in namespace " + namespace + "."));
        model.addAttribute("spread", Spreads.over(cluster).of(workload));
        model.addAttribute("id", id.matches("[a-z-]{1,40}") ? id : "spread");
        return "scheduling/scheduling :: of";
    }

    private void show(Environment environment, SchedulingQuery query, Model model) {
        ClusterModel cluster = clusters.model(environment);
        Capacity capacity = Capacity.of(cluster);
        List<WorkloadSpread> spreads = Spreads.over(cluster).worstFirst();
        WorkloadKey chosen = query.chosen().orElse(null);
        model.addAttribute("environment", environment);
        model.addAttribute("query", query);
        model.addAttribute("verdict", capacity.verdict());
        model.addAttribute("nodes", new Nodes(capacity.nodes(), query.nodes(), chosen));
        model.addAttribute("spreads", new SpreadTable(spreads, query.find(), query.spread()));
        model.addAttribute("pendingCount", capacity.pending().size());
        model.addAttribute(
                "pending",
                capacity.pending().stream()
                        .limit(PENDING_SHOWN)
                        .map(pod -> PendingPod.of(pod, capacity.nodes()))
                        .toList());
        model.addAttribute("ladder", PriorityUse.ladder(cluster));
        model.addAttribute("budgets", new BudgetTable(BudgetState.all(cluster), query.budgets()));
        model.addAttribute("forbidden", cluster.freshness().forbidden());
    }

    static Optional<WorkloadKey> key(String kind, String namespace, String name) {
        return Arrays.stream(WorkloadKind.values())
                .filter(each -> each.token().equals(kind))
                .map(each -> new WorkloadKey(each, namespace, name))
                .findFirst();
    }
}
