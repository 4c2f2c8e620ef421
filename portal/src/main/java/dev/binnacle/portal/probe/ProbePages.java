package dev.binnacle.portal.probe;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The probes of an environment, as a part of the page of its pipeline. */
@Controller
@RequestMapping("/environments/{environment}/logs/probe")
class ProbePages {

    private final Environments environments;
    private final Probing probing;
    private final EchoPods pods;
    private final ProbeRecords records;
    private final Permissions permissions;
    private final Clock clock;

    ProbePages(
            Environments environments,
            Probing probing,
            EchoPods pods,
            ProbeRecords records,
            Permissions permissions,
            Clock clock) {
        this.environments = environments;
        this.probing = probing;
        this.pods = pods;
        this.records = records;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String part(@PathVariable String environment, Model model) {
        Environment known = environments.named(environment);
        Instant now = clock.instant();
        model.addAttribute(
                "view",
                ProbeView.of(
                        known,
                        records.since(known.id(), now.minus(ProbeView.SHOWN)),
                        pods.obstacle(known).orElse(null),
                        probing.interval(),
                        now));
        return "probe/probe :: part";
    }

    @PostMapping
    String send(@PathVariable String environment) {
        Environment known = environments.named(environment);
        probing.ask(known, permissions.account());
        return "redirect:/environments/" + known.name() + "/logs/pipeline#probe";
    }
}
