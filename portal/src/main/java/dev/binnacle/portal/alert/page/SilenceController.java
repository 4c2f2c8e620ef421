package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.silence.ClusterOutcome;
import dev.binnacle.portal.alert.silence.SilenceRequest;
import dev.binnacle.portal.alert.silence.Silencing;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import dev.binnacle.portal.web.Zones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes silences and changes them. */
@Controller
class SilenceController {

    private static final List<String> LENGTHS =
            List.of("PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT24H", "PT72H", "PT168H");

    private final Environments environments;
    private final Boards boards;
    private final Silencing silencing;
    private final Permissions permissions;
    private final PastMutes past;
    private final Drafts drafts;
    private final Times times;

    SilenceController(
            Environments environments,
            Boards boards,
            Silencing silencing,
            Permissions permissions,
            PastMutes past,
            Drafts drafts,
            Times times) {
        this.environments = environments;
        this.boards = boards;
        this.silencing = silencing;
        this.permissions = permissions;
        this.past = past;
        this.drafts = drafts;
        this.times = times;
    }

    /** The form, with what it would mute as it stands; asking again with other values changes nothing. */
    @GetMapping("/environments/{environment}/alerts/silences/new")
    ModelAndView form(
            @PathVariable("environment") String environment,
            SilenceForm form,
            @RequestParam(defaultValue = "") String alert,
            @CookieValue(value = Zones.COOKIE, defaultValue = "") String zone,
            @RequestHeader(value = "HX-Target", defaultValue = "") String part) {
        Environment of = environments.named(environment);
        ZoneId reader = Zones.ofReader(zone);
        SilenceForm shown = !form.matchers().isEmpty()
                ? form.in(reader)
                : !form.replaces().isEmpty()
                        ? changing(of, form, reader)
                        : of(of, alert, form).in(reader);
        ModelAndView view = view(of, shown, drafts.of(shown), HttpStatus.OK);
        if (part.equals("preview")) {
            view.setViewName("alert/silence :: preview");
        }
        return view;
    }

    @PostMapping("/environments/{environment}/alerts/silences")
    ModelAndView silence(
            @PathVariable("environment") String environment,
            SilenceForm sent,
            @CookieValue(value = Zones.COOKIE, defaultValue = "") String zone,
            RedirectAttributes redirect) {
        Environment of = environments.named(environment);
        SilenceForm form = sent.in(Zones.ofReader(zone));
        SilenceDraft draft = drafts.of(form);
        Optional<SilenceRequest> request = draft.request(permissions.account());
        if (request.isEmpty()) {
            return view(of, form, draft, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<ClusterOutcome> outcomes = silencing.silence(of, request.get());
        if (!outcomes.isEmpty() && outcomes.stream().noneMatch(ClusterOutcome::done)) {
            ModelAndView failed = view(of, form.again(), draft, HttpStatus.BAD_GATEWAY);
            return failed.addObject("outcomes", outcomes);
        }
        redirect.addFlashAttribute(
                "notices", notices(times.in(zoneOf(draft), request.get().endsAt()), outcomes));
        return new ModelAndView("redirect:" + root(environment));
    }

    private SilenceForm of(Environment environment, String alert, SilenceForm form) {
        return boards.board(environment)
                .alert(alert)
                .map(found -> form.about(Matchers.of(found.labels())))
                .orElse(form);
    }

    private SilenceForm changing(Environment environment, SilenceForm form, ZoneId reader) {
        return boards.board(environment).silences().stream()
                .filter(silence -> silence.id().equals(form.replaces()))
                .map(silence -> SilenceForm.changing(silence, reader))
                .findFirst()
                .orElseThrow(() -> new NotFound("This silence has ended already, or was never there."));
    }

    private ModelAndView view(Environment environment, SilenceForm form, SilenceDraft draft, HttpStatus status) {
        Board board = boards.board(environment);
        ZoneId zone = zoneOf(draft);
        Optional<Matchers> matchers = draft.matchers();
        ModelAndView view = new ModelAndView("alert/silence")
                .addObject("form", form)
                .addObject("title", form.replaces().isEmpty() ? "New silence" : "Change a silence")
                .addObject("verdict", new Verdict(Status.PROGRESS, "Nothing is muted until you confirm."))
                .addObject("root", root(environment.name()))
                .addObject("clusters", board.clusters())
                .addObject("lengths", LengthChoice.of(LENGTHS.stream(), draft.now(), zone, times))
                .addObject("comment", drafts.commentLabel())
                .addObject("faults", draft.faults());
        draft.end()
                .ifPresent(end -> view.addObject(
                        "ends",
                        "It ends in " + times.length(Duration.between(draft.now(), end)) + ", at " + times.in(zone, end)
                                + "."));
        matchers.ifPresent(found -> view.addObject(
                "preview", SilencePreview.of(board, found, draft.clicked(), past.muted(environment, found))));
        view.setStatus(status);
        return view;
    }

    private List<String> notices(String until, List<ClusterOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return List.of("This silence was asked for already; nothing was done twice.");
        }
        return outcomes.stream()
                .map(outcome -> outcome.done()
                        ? "Silenced until " + until + " on Alertmanager at " + outcome.cluster() + "."
                        : "Not silenced on Alertmanager at " + outcome.cluster() + ". " + outcome.problem())
                .toList();
    }

    private static ZoneId zoneOf(SilenceDraft draft) {
        return draft.zone().orElse(Zones.ofReader(""));
    }

    private static String root(String environment) {
        return "/environments/" + environment + "/alerts";
    }
}
