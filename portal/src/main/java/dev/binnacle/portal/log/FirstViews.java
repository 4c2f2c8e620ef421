package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.saved.SavedViews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The saved views that the lines of workloads open with, wherever one comes from but the log page itself. */
@Component
class FirstViews {

    private final SavedViews views;

    FirstViews(SavedViews views) {
        this.views = views;
    }

    /**
     * @param request the parameters of a link to the log page
     * @param asked what they ask for
     * @return the link to the view that opens in its place, with its times where it gives any; nothing where it asks
     *     for more than the lines of a workload, or for the same as the view
     */
    Optional<String> link(Environment environment, Map<String, List<String>> request, Asked asked) {
        if (!asked.isOfWorkloadAlone()
                || request.containsKey(Asked.VIEW)
                || WorkloadName.read(asked.workload()).isEmpty()) {
            return Optional.empty();
        }
        boolean timed = request.containsKey(Asked.FROM) || request.containsKey(Asked.TO);
        return views.ofWorkload(asked.workload(), environment)
                .map(ViewMenu::asked)
                .map(view -> timed ? view.during(asked.from(), asked.to()) : view)
                .map(view -> view.link(environment.name()))
                .filter(link -> !link.equals(asked.link(environment.name())));
    }
}
