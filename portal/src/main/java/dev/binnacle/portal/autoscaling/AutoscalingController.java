package dev.binnacle.portal.autoscaling;

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

/** The horizontal pod autoscalers of an environment, each with a verdict. */
@Controller
class AutoscalingController {

    private final Environments environments;
    private final Clusters clusters;

    AutoscalingController(Environments environments, Clusters clusters) {
        this.environments = environments;
        this.clusters = clusters;
    }

    @Bean
    static Section autoscalingSection() {
        return Section.inEnvironment(Group.CAPACITY, 20, "Autoscaling", "autoscaling", "/autoscaling");
    }

    @GetMapping("/environments/{environment}/autoscaling")
    String page(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        show(environments.named(environment), find.strip(), page, model);
        return "autoscaling/autoscaling";
    }

    @GetMapping(path = "/environments/{environment}/autoscaling", headers = "HX-Target=autoscaling")
    String part(
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        show(environments.named(environment), find.strip(), page, model);
        return "autoscaling/autoscaling :: autoscaling";
    }

    private void show(Environment environment, String find, int page, Model model) {
        model.addAttribute("environment", environment);
        model.addAttribute("find", find);
        model.addAttribute("page", AutoscalingPage.of(clusters.model(environment), find, page));
    }
}
