package dev.binnacle.portal.alert.route;

import com.google.re2j.PatternSyntaxException;
import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the routing tree of an Alertmanager's running configuration, with the matchers of all its versions. */
public final class RoutingTree {

    private static final int DEEPEST = 100;

    private RoutingTree() {}

    /**
     * @param configuration YAML, as Alertmanager tells it
     * @return the node that every alert comes to first
     * @throws IllegalArgumentException where it cannot be read, with a sentence of why
     */
    public static Route read(String configuration) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(configuration);
            if (read instanceof Map<?, ?> whole && whole.get("route") instanceof Map<?, ?> route) {
                return route(route, "", List.of(), 0);
            }
            throw new IllegalArgumentException("The configuration has no route.");
        } catch (YAMLException malformed) {
            throw new IllegalArgumentException("The configuration is no YAML that can be read.", malformed);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("A regular expression of the configuration cannot be read.", malformed);
        }
    }

    private static Route route(Map<?, ?> node, String receiver, List<String> groupBy, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("The routes are nested more than " + DEEPEST + " deep.");
        }
        String own = node.get("receiver") instanceof String name ? name : receiver;
        List<String> grouped = node.containsKey("group_by") ? texts(node.get("group_by")) : groupBy;
        List<Route> routes = new ArrayList<>();
        for (Object below : node.get("routes") instanceof List<?> list ? list : List.of()) {
            if (below instanceof Map<?, ?> child) {
                routes.add(route(child, own, grouped, depth + 1));
            }
        }
        return new Route(
                own,
                matchers(node),
                Boolean.TRUE.equals(node.get("continue")),
                grouped,
                texts(node.get("mute_time_intervals")),
                texts(node.get("active_time_intervals")),
                routes);
    }

    private static Matchers matchers(Map<?, ?> node) {
        List<Matcher> all = new ArrayList<>();
        labels(node.get("match")).forEach((name, value) -> all.add(Matcher.equal(name, value)));
        labels(node.get("match_re"))
                .forEach((name, value) -> all.add(Matcher.of(name, Matcher.Operator.MATCHES, value)));
        for (String text : texts(node.get("matchers"))) {
            switch (Matchers.parse(text)) {
                case Matchers matchers -> all.addAll(matchers.all());
                case Parsed.Faulty faulty ->
                    throw new IllegalArgumentException(
                            "The matcher " + text + " cannot be read. " + faulty.reason() + ".");
            }
        }
        return new Matchers(all);
    }

    private static Map<String, String> labels(@Nullable Object map) {
        Map<String, String> labels = new java.util.TreeMap<>();
        if (map instanceof Map<?, ?> given) {
            given.forEach((name, value) -> labels.put(String.valueOf(name), value == null ? "" : value.toString()));
        }
        return labels;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> given
                ? given.stream().map(String::valueOf).toList()
                : List.of();
    }
}
