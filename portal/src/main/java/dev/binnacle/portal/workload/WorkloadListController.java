package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Section;
import dev.binnacle.portal.web.Section.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The workloads of an environment: filtered, sorted and paged here, from memory. */
@Controller
class WorkloadListController {

    private final Environments environments;
    private final Clusters clusters;

    WorkloadListController(Environments environments, Clusters clusters) {
        this.environments = environments;
        this.clusters = clusters;
    }

    @Bean
    static Section workloadsSection() {
        return Section.inEnvironment(Group.RUN, 10, "Workloads", "workloads", "/workloads")
                .covering("/pods");
    }

    @GetMapping("/environments/{environment}/workloads")
    String page(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String namespace,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "state") String sort,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") int page,
            @org.springframework.web.bind.annotation.RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Model model) {
        Environment found = environments.named(environment);
        WorkloadQuery query = new WorkloadQuery(name, namespace, kind, state, sort, order, page);
        model.addAttribute("environment", found);
        model.addAttribute("query", query);
        model.addAttribute("list", WorkloadList.of(clusters.model(found), query));
        return target.equals("workloads") ? "workload/workloads :: workloads" : "workload/workloads";
    }
}
