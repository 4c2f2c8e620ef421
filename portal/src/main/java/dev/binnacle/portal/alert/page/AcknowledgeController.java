package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.acknowledge.AcknowledgementRequest;
import dev.binnacle.portal.alert.acknowledge.Acknowledging;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Zones;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acknowledges alerts and ends that. */
@Controller
class AcknowledgeController {

    private final Environments environments;
    private final Acknowledging acknowledging;
    private final Permissions permissions;
    private final Times times;
    private final Clock clock;

    AcknowledgeController(
            Environments environments, Acknowledging acknowledging, Permissions permissions, Times times, Clock clock) {
        this.environments = environments;
        this.acknowledging = acknowledging;
        this.permissions = permissions;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/environments/{environment}/alerts/acknowledgements/new")
    ModelAndView form(
            @PathVariable String environment,
            AcknowledgeForm form,
            @CookieValue(value = Zones.COOKIE, defaultValue = "") String zone) {
        return view(environments.named(environment), form, zone, HttpStatus.OK);
    }

    @PostMapping("/environments/{environment}/alerts/acknowledgements")
    ModelAndView acknowledge(
            @PathVariable String environment,
            AcknowledgeForm form,
            @CookieValue(value = Zones.COOKIE, defaultValue = "") String zone,
            RedirectAttributes redirect) {
        Environment of = environments.named(environment);
        if (!form.fault().isEmpty()) {
            return view(of, form, zone, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String account = permissions.account();
        int acknowledged = acknowledging.acknowledge(
                of,
                new AcknowledgementRequest(
                        form.alert(),
                        account,
                        form.assignee().isEmpty() ? account : form.assignee(),
                        form.note(),
                        form.atMost().map(clock.instant()::plus).orElse(null)));
        return told(environment, redirect, Text.count(acknowledged, "alert is", "alerts are") + " acknowledged.");
    }

    @PostMapping("/environments/{environment}/alerts/acknowledgements/{id}/end")
    ModelAndView end(@PathVariable String environment, @PathVariable UUID id, RedirectAttributes redirect) {
        acknowledging.end(environments.named(environment), id, permissions.account());
        return told(environment, redirect, "The alert is not acknowledged any more.");
    }

    private ModelAndView view(Environment environment, AcknowledgeForm form, String zone, HttpStatus status) {
        List<Alert> all = form.alert().isEmpty()
                ? acknowledging.unattended(environment, form.named())
                : acknowledging.possible(environment, form.named());
        List<Alert> alerts = all.stream().limit(AcknowledgeForm.MOST_ALERTS).toList();
        ModelAndView view = new ModelAndView("alert/acknowledge")
                .addObject("form", form)
                .addObject("fault", form.fault())
                .addObject("verdict", AcknowledgeForm.verdict(alerts.size(), all.size()))
                .addObject("root", root(environment.name()))
                .addObject("alerts", alerts.stream().map(Rows::says).toList())
                .addObject(
                        "fingerprints", alerts.stream().map(Alert::fingerprint).toList())
                .addObject(
                        "lengths",
                        LengthChoice.of(
                                Stream.of("PT1H", "PT4H", "PT8H", "PT24H"),
                                clock.instant(),
                                Zones.ofReader(zone),
                                times));
        view.setStatus(status);
        return view;
    }

    private static ModelAndView told(String environment, RedirectAttributes redirect, String notice) {
        redirect.addFlashAttribute("notices", List.of(notice));
        return new ModelAndView("redirect:" + root(environment));
    }

    private static String root(String environment) {
        return "/environments/" + environment + "/alerts";
    }
}
