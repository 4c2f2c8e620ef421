package dev.binnacle.portal.log;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.log.saved.SavedView;
import dev.binnacle.portal.log.saved.SavedViews;
import dev.binnacle.portal.problem.Conflict;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves log searches and deletes them: those that all of an environment see, and those of one account. */
@Controller
@RequestMapping("/environments/{environment}/logs")
class ViewPages {

    private static final String SHARED = "";

    private final Environments environments;
    private final SavedViews views;
    private final Permissions permissions;
    private final Clock clock;

    ViewPages(Environments environments, SavedViews views, Permissions permissions, Clock clock) {
        this.environments = environments;
        this.views = views;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @param opens whether the workload's lines open with it from now on */
    @PostMapping("/views")
    String share(
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean opens) {
        return save(environments.named(environment), Asked.of(parameters), SHARED, name, opens);
    }

    @PostMapping("/own-views")
    String keep(
            @PathVariable String environment,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam String name) {
        return save(environments.named(environment), Asked.of(parameters), permissions.account(), name, false);
    }

    @PostMapping("/views/{id}/delete")
    String deleteShared(
            @PathVariable String environment,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters) {
        return delete(environments.named(environment), Asked.of(parameters), SHARED, id);
    }

    @PostMapping("/own-views/{id}/delete")
    String deleteOwn(
            @PathVariable String environment,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters) {
        return delete(environments.named(environment), Asked.of(parameters), permissions.account(), id);
    }

    private String save(Environment environment, Asked asked, String owner, String name, boolean opens) {
        SavedView view;
        try {
            view = new SavedView(
                            UUID.randomUUID(),
                            owner,
                            opens && WorkloadName.read(asked.workload()).isPresent() ? asked.workload() : "",
                            name,
                            Links.with("", asked.with(Asked.PIN, "").parameters())
                                    .replaceFirst("^\\?", ""),
                            permissions.account(),
                            clock.instant())
                    .fit();
        } catch (IllegalArgumentException unfit) {
            throw new Conflict("The view was not saved. " + unfit.getMessage());
        }
        views.save(environment, view);
        return "redirect:" + asked.link(environment.name());
    }

    private String delete(Environment environment, Asked asked, String owner, UUID id) {
        views.delete(environment, owner, id, permissions.account());
        return "redirect:" + asked.link(environment.name());
    }
}
