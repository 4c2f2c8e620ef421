package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.PodTemplates;
import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One workload. */
@Controller
@RequestMapping("/environments/{environment}/workloads/{namespace}/{kind}/{name}")
class WorkloadController {

    private final Environments environments;
    private final Clusters clusters;
    private final PodTemplates templates;
    private final Neighbours neighbours;

    WorkloadController(Environments environments, Clusters clusters, PodTemplates templates, Neighbours neighbours) {
        this.environments = environments;
        this.clusters = clusters;
        this.templates = templates;
        this.neighbours = neighbours;
    }

    @GetMapping
    String page(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Model model) {
        Environment found = environments.named(environment);
        ClusterModel cluster = clusters.model(found);
        Workload workload = WorkloadLookup.find(cluster, namespace, kind, name);
        model.addAttribute("environment", found);
        model.addAttribute("rooms", neighbours.rooms());
        model.addAttribute("page", WorkloadPage.of(workload, cluster));
        return switch (target) {
            case "workload-verdict" -> "workload/workload :: verdict";
            case "workload-evidence" -> "workload/workload :: evidence";
            case "workload-events" -> "workload/workload :: happened";
            case "workload-facts" -> "workload/workload :: facts";
            default -> "workload/workload";
        };
    }

    /** What differs between two revisions. */
    @GetMapping("/revisions")
    String difference(
            @PathVariable String environment,
            @PathVariable String namespace,
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam long from,
            @RequestParam long to,
            Model model) {
        Environment found = environments.named(environment);
        ClusterModel cluster = clusters.model(found);
        Workload workload = WorkloadLookup.find(cluster, namespace, kind, name);
        Revision before = revision(cluster, workload, from);
        Revision after = revision(cluster, workload, to);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("workload", workload);
        model.addAttribute("difference", TemplateDiff.of(templates.of(found, before), templates.of(found, after)));
        return "workload/workload :: difference";
    }

    private static Revision revision(ClusterModel cluster, Workload workload, long number) {
        return cluster.revisions(workload.key()).stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no revision " + number + " of "
                        + workload.key().name() + " any more."));
    }
}
