package dev.binnacle.portal.alert.route;

import dev.binnacle.portal.alert.matcher.Matchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A node of the tree, which has what it does not say itself from the node above.
 *
 * @param matchers which alerts come here
 * @param goesOn whether the nodes after it are tried, too, once an alert has come here
 * @param groupBy the labels that alerts are told of together by; {@code ...} for each alert on its own
 * @param muted names of times in which it tells nobody
 * @param active names of the times in which alone it tells somebody; empty for always
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#route">Alertmanager: route</a>
 */
public record Route(
        String receiver,
        Matchers matchers,
        boolean goesOn,
        List<String> groupBy,
        List<String> muted,
        List<String> active,
        List<Route> routes) {

    public Route {
        groupBy = List.copyOf(groupBy);
        muted = List.copyOf(muted);
        active = List.copyOf(active);
        routes = List.copyOf(routes);
    }

    /** @return the nodes at which an alert with these labels ends, in the order of the tree; none where it does not come */
    public List<Route> match(Map<String, String> labels) {
        if (!matchers.match(labels)) {
            return List.of();
        }
        List<Route> ends = new ArrayList<>();
        for (Route route : routes) {
            List<Route> below = route.match(labels);
            ends.addAll(below);
            if (!below.isEmpty() && !route.goesOn) {
                break;
            }
        }
        return ends.isEmpty() ? List.of(this) : ends;
    }
}
