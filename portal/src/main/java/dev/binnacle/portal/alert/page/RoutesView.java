package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.board.Configuration;
import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import dev.binnacle.portal.alert.route.Route;
import dev.binnacle.portal.alert.route.RoutingTree;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routing trees of an environment, and where an alert goes in them.
 *
 * @param labels as they were typed
 * @param fault what is wrong with them; null where nothing is
 */
record RoutesView(String environment, String labels, Parsed.@Nullable Faulty fault, Verdict verdict, List<Tree> trees) {

    /**
     * The tree of one cluster of Alertmanagers.
     *
     * @param problem why there is none; empty where there is one
     * @param root null where there is none
     * @param told the receivers of the alert, each once; none where no labels were typed
     */
    record Tree(String cluster, String problem, @Nullable RouteNode root, List<String> told) {}

    static RoutesView of(Environment environment, String labels, List<Configuration> configurations) {
        Parsed parsed = Matchers.parse(labels);
        Parsed.Faulty fault = parsed instanceof Parsed.Faulty faulty ? faulty : notLabels(labels, parsed);
        Map<String, String> alert = new TreeMap<>();
        if (fault == null && parsed instanceof Matchers matchers) {
            matchers.all().forEach(matcher -> alert.put(matcher.name(), matcher.value()));
        }
        List<Tree> trees = configurations.stream()
                .map(configuration -> tree(configuration, alert))
                .toList();
        return new RoutesView(environment.name(), labels, fault, verdict(trees, alert, fault), trees);
    }

    /** An alert has labels, not conditions on them. */
    private static Parsed.@Nullable Faulty notLabels(String text, Parsed parsed) {
        return parsed instanceof Matchers matchers
                ? matchers.all().stream()
                        .filter(matcher -> matcher.operator() != Matcher.Operator.EQUAL)
                        .findFirst()
                        .map(matcher -> new Parsed.Faulty(
                                text,
                                Math.max(0, text.indexOf(matcher.operator().symbol())),
                                "An alert has labels with values: write =."))
                        .orElse(null)
                : null;
    }

    private static Tree tree(Configuration configuration, Map<String, String> alert) {
        if (!configuration.problem().isEmpty()) {
            return new Tree(configuration.cluster(), configuration.problem(), null, List.of());
        }
        try {
            Route root = RoutingTree.read(configuration.yaml());
            List<Route> ends = alert.isEmpty() ? List.of() : root.match(alert);
            return new Tree(
                    configuration.cluster(),
                    "",
                    RouteNode.of(root, ends),
                    ends.stream().map(Route::receiver).distinct().toList());
        } catch (IllegalArgumentException unreadable) {
            return new Tree(configuration.cluster(), String.valueOf(unreadable.getMessage()), null, List.of());
        }
    }

    private static Verdict verdict(List<Tree> trees, Map<String, String> alert, Parsed.@Nullable Faulty fault) {
        if (trees.isEmpty()) {
            return new Verdict(
                    Status.UNKNOWN, "This environment has no Alertmanager.", "Nobody is told of its alerts.");
        }
        if (trees.stream().allMatch(tree -> tree.root() == null)) {
            return new Verdict(Status.WARNING, "No Alertmanager tells how it routes alerts.", "");
        }
        String told = trees.stream()
                .map(Tree::told)
                .flatMap(Collection::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return fault != null || alert.isEmpty()
                ? new Verdict(Status.OK, "Type the labels of an alert to see who is told of it.", "")
                : new Verdict(Status.OK, "Told of this alert: " + told + ".", "");
    }
}
