package dev.binnacle.portal.delivery.page;

import dev.binnacle.portal.delivery.observed.ObservedChanges;
import dev.binnacle.portal.delivery.operation.Filter;
import dev.binnacle.portal.delivery.operation.Kept;
import dev.binnacle.portal.delivery.operation.OperationLists;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operations of an environment, in progress and past. */
@Controller
@RequestMapping("/environments/{environment}/operations")
class OperationsController {
    private static final int OBSERVED = 10;

    private final Environments environments;
    private final OperationLists lists;
    private final ObservedChanges observed;
    private final EchoOffer echo;
    private final Clock clock;

    OperationsController(
            Environments environments, OperationLists lists, ObservedChanges observed, EchoOffer echo, Clock clock) {
        this.environments = environments;
        this.lists = lists;
        this.observed = observed;
        this.echo = echo;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        Environment record = environments.named(environment);
        String name = record.name();
        echo.path(record).ifPresent(path -> model.addAttribute("echo", path));
        var filter = new Filter(name, find, kind, outcome, who, before);
        List<Kept> found = lists.page(filter);
        boolean more = found.size() > OperationLists.PAGE;
        List<Kept> shown = more ? found.subList(0, OperationLists.PAGE) : found;
        model.addAttribute("environment", name);
        model.addAttribute("observed", observed.latest(record, OBSERVED));
        model.addAttribute(
                "view",
                new OperationsView(
                        filter,
                        shown.stream()
                                .map(kept -> OperationsView.Row.of(kept, clock.instant()))
                                .toList(),
                        lists.outcomes(filter),
                        lists.accounts(name),
                        more ? shown.getLast().operation().number() : null));
        return "delivery/operations";
    }

    /** A part for the pages of what is empty; empty itself where there is an echo service. */
    @GetMapping("/echo-offer")
    String offer(@PathVariable String environment, Model model) {
        echo.path(environments.named(environment)).ifPresent(path -> model.addAttribute("echo", path));
        return "delivery/echo-offer :: offer";
    }

    @GetMapping(headers = "HX-Target=operations")
    String live(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "0") long before,
            Model model) {
        page(environment, find, kind, outcome, who, before, model);
        return "delivery/operations :: operations";
    }
}
