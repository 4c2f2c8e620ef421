package dev.binnacle.portal.log;

import dev.binnacle.portal.log.saved.SavedView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The saved views of an environment, as the template lists them.
 *
 * @param workload the workload that a view may be the first one of; empty where the page is of none
 */
public record ViewMenu(List<Entry> shared, List<Entry> own, String workload) {

    /**
     * @param opens the workload whose lines open with it; empty for none
     * @param delete the address that deletes it
     * @param current whether the page shows it
     */
    public record Entry(String name, String link, String opens, String savedBy, String delete, boolean current) {}

    static ViewMenu of(String environment, Asked asked, List<SavedView> views) {
        String present = asked.link(environment);
        return new ViewMenu(
                views.stream()
                        .filter(SavedView::isShared)
                        .map(view -> entry(environment, present, link(environment, asked, view), view, "views"))
                        .toList(),
                views.stream()
                        .filter(view -> !view.isShared())
                        .map(view -> entry(environment, present, link(environment, asked, view), view, "own-views"))
                        .toList(),
                asked.workload());
    }

    /** @return what a view asks for */
    static Asked asked(SavedView view) {
        return Asked.of(
                UriComponentsBuilder.newInstance().query(view.parameters()).build().getQueryParams().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream()
                                        .map(value -> UriUtils.decode(value, StandardCharsets.UTF_8))
                                        .toList())));
    }

    /** @return the link to a view with the filters that the page pins */
    private static String link(String environment, Asked page, SavedView view) {
        return asked(view).takingAlong(page).link(environment);
    }

    private static Entry entry(String environment, String present, String link, SavedView view, String place) {
        return new Entry(
                view.name(),
                link,
                view.workload(),
                view.savedBy(),
                Links.path("environments", environment, "logs", place, view.id().toString(), "delete"),
                link.equals(present));
    }
}
