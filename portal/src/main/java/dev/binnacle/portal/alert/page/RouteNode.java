package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.route.Route;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A route as the template shows it.
 *
 * @param when its matchers; "every alert" at the root
 * @param notes what else it does
 * @param ends whether the alert that was asked for ends here
 */
record RouteNode(String receiver, String when, List<String> notes, boolean ends, List<RouteNode> below) {

    /** @param ends the very nodes of the tree at which the alert ends: others may say the same */
    static RouteNode of(Route root, Collection<Route> ends) {
        Set<Route> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(ends);
        return node(root, same, true);
    }

    private static RouteNode node(Route route, Set<Route> ends, boolean root) {
        String matchers = route.matchers().all().isEmpty()
                ? "every other alert"
                : route.matchers().toString();
        return new RouteNode(
                route.receiver(),
                root ? "every alert" : matchers,
                notes(route),
                ends.contains(route),
                route.routes().stream().map(below -> node(below, ends, false)).toList());
    }

    private static List<String> notes(Route route) {
        return Stream.of(
                        Stream.of("and on to the next ones").filter(_ -> route.goesOn()),
                        route.muted().stream().map("not during %s"::formatted),
                        route.active().stream().map("only during %s"::formatted),
                        Stream.of(route.groupBy())
                                .filter(labels -> !labels.isEmpty())
                                .map(labels -> "together by " + String.join(", ", labels)))
                .flatMap(notes -> notes)
                .toList();
    }
}
