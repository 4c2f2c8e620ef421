package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.alert.maintenance.Maintenance;
import dev.binnacle.portal.alert.maintenance.Occurrences;
import dev.binnacle.portal.alert.silence.ClusterOutcome;
import dev.binnacle.portal.environment.Environments;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists maintenance windows with what is ahead; skips and ends single times, and deletes windows. */
@Controller
class OccurrenceController {

    private final Environments environments;
    private final MaintenanceRows windows;
    private final Maintenance maintenance;
    private final Occurrences occurrences;
    private final Permissions permissions;

    OccurrenceController(
            Environments environments,
            MaintenanceRows windows,
            Maintenance maintenance,
            Occurrences occurrences,
            Permissions permissions) {
        this.environments = environments;
        this.windows = windows;
        this.maintenance = maintenance;
        this.occurrences = occurrences;
        this.permissions = permissions;
    }

    @GetMapping("/environments/{environment}/alerts/maintenance")
    String list(@PathVariable String environment, Model model) {
        List<MaintenanceRow> rows = windows.of(environments.named(environment));
        model.addAttribute("windows", rows);
        model.addAttribute("root", "/environments/" + environment + "/alerts");
        model.addAttribute("verdict", MaintenanceRow.verdict(rows));
        return "alert/maintenance";
    }

    @PostMapping("/environments/{environment}/alerts/maintenance/{window}/stop")
    String stop(
            @PathVariable String environment,
            @PathVariable long window,
            @RequestParam Instant at,
            RedirectAttributes redirect) {
        return done(
                environment,
                "It mutes nothing at that time.",
                occurrences.stop(environments.named(environment), window, at, permissions.account()),
                redirect);
    }

    @PostMapping("/environments/{environment}/alerts/maintenance/{window}/restore")
    String restore(
            @PathVariable String environment,
            @PathVariable long window,
            @RequestParam Instant at,
            RedirectAttributes redirect) {
        occurrences.restore(environments.named(environment), window, at, permissions.account());
        return done(environment, "It will mute at its time.", List.of(), redirect);
    }

    @PostMapping("/environments/{environment}/alerts/maintenance/{window}/delete")
    String delete(@PathVariable String environment, @PathVariable long window, RedirectAttributes redirect) {
        return done(
                environment,
                "Deleted: it mutes nothing any more.",
                maintenance.delete(environments.named(environment), window, permissions.account()),
                redirect);
    }

    private static String done(
            String environment, String says, List<ClusterOutcome> outcomes, RedirectAttributes redirect) {
        Stream<String> waiting = outcomes.stream()
                .filter(outcome -> !outcome.done())
                .map(outcome -> "Alertmanager at " + outcome.cluster() + " still mutes and is asked again. "
                        + outcome.problem());
        redirect.addFlashAttribute(
                "notices", Stream.concat(Stream.of(says), waiting).toList());
        return "redirect:/environments/" + environment + "/alerts/maintenance";
    }
}
