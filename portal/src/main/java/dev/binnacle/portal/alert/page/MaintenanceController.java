package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.maintenance.Maintenance;
import dev.binnacle.portal.alert.maintenance.MaintenanceRequest;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import dev.binnacle.portal.web.Zones;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes maintenance windows and changes them. */
@Controller
class MaintenanceController {

    private static final List<String> LENGTHS =
            List.of("PT15M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT12H", "PT24H", "PT48H", "PT72H");
    private static final int SHOWN = 6;

    private final Environments environments;
    private final Boards boards;
    private final Maintenance maintenance;
    private final Permissions permissions;
    private final PastMutes past;
    private final Drafts drafts;
    private final Times times;

    MaintenanceController(
            Environments environments,
            Boards boards,
            Maintenance maintenance,
            Permissions permissions,
            PastMutes past,
            Drafts drafts,
            Times times) {
        this.environments = environments;
        this.boards = boards;
        this.maintenance = maintenance;
        this.permissions = permissions;
        this.past = past;
        this.drafts = drafts;
        this.times = times;
    }

    /** The form, with when it would mute and what, as it stands; asking again with other values changes nothing. */
    @GetMapping("/environments/{environment}/alerts/maintenance/new")
    ModelAndView form(
            @PathVariable("environment") String environment,
            MaintenanceForm form,
            @CookieValue(value = Zones.COOKIE, defaultValue = "") String zone,
            @RequestHeader(value = "HX-Target", defaultValue = "") String part) {
        Environment of = environments.named(environment);
        MaintenanceForm shown = form.matchers().isEmpty() && form.window() != null
                ? MaintenanceForm.changing(maintenance.window(of, form.window()))
                : form.in(Zones.ofReader(zone));
        ModelAndView view = view(of, shown, drafts.of(shown), HttpStatus.OK);
        if (part.equals("preview")) {
            view.setViewName("alert/maintenance-window :: preview");
        }
        return view;
    }

    @PostMapping("/environments/{environment}/alerts/maintenance")
    ModelAndView save(
            @PathVariable("environment") String environment, MaintenanceForm form, RedirectAttributes redirect) {
        Environment of = environments.named(environment);
        MaintenanceDraft draft = drafts.of(form);
        Optional<MaintenanceRequest> request = draft.request(permissions.account());
        if (request.isEmpty()) {
            return view(of, form, draft, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("notices", List.of(saved(of, form, request.get())));
        return new ModelAndView("redirect:/environments/" + environment + "/alerts/maintenance");
    }

    private String saved(Environment environment, MaintenanceForm form, MaintenanceRequest request) {
        if (form.window() != null) {
            maintenance.change(environment, form.window(), form.version(), request);
            return "Changed. What Alertmanager was told already stays as it is.";
        }
        return maintenance.create(environment, request)
                ? "Planned. Alertmanager is told shortly before each time."
                : "This maintenance window was made already; nothing was done twice.";
    }

    private ModelAndView view(
            Environment environment, MaintenanceForm form, MaintenanceDraft draft, HttpStatus status) {
        Board board = boards.board(environment);
        ModelAndView view = new ModelAndView("alert/maintenance-window")
                .addObject("form", form)
                .addObject("title", form.window() == null ? "New maintenance window" : "Change a maintenance window")
                .addObject("verdict", new Verdict(Status.PROGRESS, "Nothing is planned until you confirm."))
                .addObject("root", "/environments/" + environment.name() + "/alerts")
                .addObject(
                        "lengths",
                        LENGTHS.stream()
                                .map(each -> new LengthChoice(each, times.length(Duration.parse(each))))
                                .toList())
                .addObject("comment", drafts.commentLabel())
                .addObject("faults", draft.faults());
        draft.matchers()
                .ifPresent(found -> view.addObject(
                        "preview", SilencePreview.of(board, found, found, past.muted(environment, found))));
        draft.recurrence()
                .ifPresent(found -> view.addObject(
                        "occurrences",
                        found.occurrences(draft.now(), SHOWN).stream()
                                .map(each -> OccurrenceRow.says(each, found.zone()))
                                .toList()));
        view.setStatus(status);
        return view;
    }
}
