package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Revision;
import dev.binnacle.portal.cluster.Workload;
import dev.binnacle.portal.delivery.operation.Kept;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Steps;
import dev.binnacle.portal.delivery.run.Deliveries;
import dev.binnacle.portal.delivery.run.Pods;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One operation, live. */
@Controller
@RequestMapping("/environments/{environment}/operations/{number:\\d+}")
class OperationController {
    private final Environments environments;
    private final Clusters clusters;
    private final OperationRows rows;
    private final Steps steps;
    private final Deliveries deliveries;
    private final Permissions permissions;
    private final Clock clock;

    OperationController(
            Environments environments,
            Clusters clusters,
            OperationRows rows,
            Steps steps,
            Deliveries deliveries,
            Permissions permissions,
            Clock clock) {
        this.environments = environments;
        this.clusters = clusters;
        this.rows = rows;
        this.steps = steps;
        this.deliveries = deliveries;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String environment, @PathVariable long number, Model model) {
        model.addAttribute("view", view(environment, number));
        return "delivery/operation";
    }

    @GetMapping(headers = "HX-Target=operation")
    String live(@PathVariable String environment, @PathVariable long number, Model model) {
        page(environment, number, model);
        return "delivery/operation :: operation";
    }

    @PostMapping("/undo")
    String undo(@PathVariable String environment, @PathVariable long number) {
        deliveries.undo(environment, number, permissions.account());
        return "redirect:/environments/" + environment + "/operations/" + number;
    }

    private OperationView view(String environment, long number) {
        Kept kept = rows.numbered(environment, number)
                .orElseThrow(() -> new NotFound("No operation " + number + " in " + environment + "."));
        ClusterModel model = clusters.model(environments.named(environment));
        var request = kept.operation().request();
        Optional<Workload> workload = model.workload(request.workload());
        @Nullable
        Pods pods = kept.operation().inProgress()
                ? workload.map(present -> Pods.of(model, present, request.change()))
                        .orElse(null)
                : null;
        @Nullable
        Long before = model.revisions(request.workload()).stream()
                .map(Revision::number)
                .filter(revision -> revision < workload.map(Workload::revision).orElse(0L))
                .max(Long::compare)
                .orElse(null);
        return new OperationView(kept, steps.of(request.id()), pods, before, clock.instant());
    }
}
