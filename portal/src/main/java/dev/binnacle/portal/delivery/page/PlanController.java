package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.delivery.operation.Check;
import dev.binnacle.portal.delivery.operation.Operation;
import dev.binnacle.portal.delivery.operation.OperationId;
import dev.binnacle.portal.delivery.operation.OperationRows;
import dev.binnacle.portal.delivery.operation.Plan;
import dev.binnacle.portal.delivery.operation.Request;
import dev.binnacle.portal.delivery.plan.Planner;
import dev.binnacle.portal.delivery.run.Deliveries;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.Conflict;
import dev.binnacle.portal.problem.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows plans, and takes their confirmations. */
@Controller
@RequestMapping("/environments/{environment}/operations")
class PlanController {
    private final Environments environments;
    private final Planner planner;
    private final PlanPages pages;
    private final Deliveries deliveries;
    private final OperationRows rows;

    PlanController(
            Environments environments, Planner planner, PlanPages pages, Deliveries deliveries, OperationRows rows) {
        this.environments = environments;
        this.planner = planner;
        this.pages = pages;
        this.deliveries = deliveries;
        this.rows = rows;
    }

    @GetMapping("/plan")
    ModelAndView plan(@PathVariable String environment, @ModelAttribute AskedChange asked) {
        return page(pages.planned(environments.named(environment), asked), HttpStatus.OK);
    }

    /**
     * @param id as the plan's page gave it; a click without a plan has none
     * @param base as the plan's page showed it: where the workload has changed since, the new plan is shown instead
     * @param quick whether it is one click: confirmed at once where the preflight says nothing but go
     */
    @PostMapping
    ModelAndView confirm(
            @PathVariable String environment,
            @ModelAttribute AskedChange asked,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "") String base,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean quick) {
        UUID identity = id == null ? UUID.randomUUID() : id;
        Optional<Operation> sentBefore = rows.find(new OperationId(identity));
        if (sentBefore.isPresent()) {
            return to(environment, sentBefore.get().number());
        }
        Environment record = environments.named(environment);
        Request request = pages.request(record, asked, identity, reason)
                .orElseThrow(() -> new NotFound("The form says not what to do."));
        Plan plan = planner.plan(record, request);
        if (quick
                && (plan.blocked()
                        || plan.has(Check.Level.WARN)
                        || Deliveries.asksForReason(record, request.change()))) {
            return new ModelAndView("redirect:" + asked.planPath(environment));
        }
        if (!quick && !plan.base().equals(base)) {
            return again(record, asked, plan, reason, "It was changed since you looked. This is the plan as of now.");
        }
        try {
            return to(environment, deliveries.confirm(record, request, plan).number());
        } catch (Conflict refused) {
            return again(record, asked, plan, reason, refused.sentence());
        }
    }

    private ModelAndView again(Environment environment, AskedChange asked, Plan plan, String reason, String says) {
        return page(pages.view(environment, asked, UUID.randomUUID(), plan, reason, says), HttpStatus.CONFLICT);
    }

    private static ModelAndView page(PlanView view, HttpStatus status) {
        return new ModelAndView("delivery/plan", java.util.Map.of("view", view), status);
    }

    private static ModelAndView to(String environment, long number) {
        return new ModelAndView("redirect:/environments/" + environment + "/operations/" + number);
    }
}
