package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alerts;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of alerts, and the alerts of one workload for its own page. */
@Controller
class AlertsController {

    private final Environments environments;
    private final AlertsPages pages;
    private final Sorts sorts;
    private final Alerts alerts;
    private final FiringCount count;

    AlertsController(Environments environments, AlertsPages pages, Sorts sorts, Alerts alerts, FiringCount count) {
        this.environments = environments;
        this.pages = pages;
        this.sorts = sorts;
        this.alerts = alerts;
        this.count = count;
    }

    /** @param part the id of the part that htmx replaces; null where the whole page is asked for */
    @GetMapping("/environments/{environment}/alerts")
    String alerts(
            @PathVariable("environment") String environment,
            AlertsAsked asked,
            @RequestHeader(value = "HX-Target", defaultValue = "") String part,
            Model model) {
        Arrangement arrangement = asked.arrangement(sorts);
        model.addAttribute("sorts", sorts.offered(arrangement));
        model.addAttribute("sortedBy", arrangement.sort().token());
        model.addAttribute("alerts", pages.page(environments.named(environment), asked, arrangement));
        return switch (part) {
            case "alerts-head" -> "alert/alerts :: head";
            case "alerts-now" -> "alert/alerts :: now";
            default -> "alert/alerts";
        };
    }

    /** What could be typed next, as options of a list: each is the whole filter. */
    @GetMapping("/environments/{environment}/alerts/suggestions")
    String suggestions(
            @PathVariable("environment") String environment,
            @RequestParam(value = "filter", defaultValue = "") String filter,
            Model model) {
        model.addAttribute("suggestions", pages.suggestions(environments.named(environment), filter));
        return "alert/alerts :: suggestions";
    }

    @GetMapping("/environments/{environment}/alerts/of/{namespace}/{kind}/{name}")
    String ofWorkload(
            @PathVariable("environment") String environment,
            @PathVariable("namespace") String namespace,
            @PathVariable("kind") String kind,
            @PathVariable("name") String name,
            Model model) {
        Environment of = environments.named(environment);
        model.addAttribute(
                "part",
                pages.ofWorkload(
                        of,
                        "/environments/%s/alerts/of/%s/%s/%s".formatted(environment, namespace, kind, name),
                        alerts.ofWorkload(of, namespace, kind, name)));
        return "alert/of-workload :: part";
    }

    /** The number beside the entry of the navigation. */
    @GetMapping("/environments/{environment}/alerts/count")
    String count(@PathVariable("environment") String environment, Model model) {
        model.addAttribute("count", count.of(environments.named(environment).name()));
        return "alert/count :: count";
    }

    @Bean
    static Section alertsSection() {
        return Section.inEnvironment(Section.Group.NOW, 2, "Alerts", "alerts", "/alerts");
    }
}
