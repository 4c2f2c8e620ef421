package dev.binnacle.portal.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The parameters of links to the log page, without what is usual. Immutable. Names and values that are no part of the
 * language of these links are passed over.
 */
final class Parameters {

    /** The most values of one name. */
    private static final int MOST = 30;

    /** All that a link may say, in the order in which it says it, with what is usual. */
    private static final Map<String, String> USUAL = usual();

    private static final Set<String> MANY = Set.of(Asked.FILTER, Asked.OFF, Asked.PIN, Asked.COLUMN);

    private static final Map<String, Set<String>> CHOICES = Map.of(
            Asked.LANGUAGE, Set.of("kql", "lucene"),
            Asked.SORT, Set.of(Asked.NEWEST, Asked.OLDEST),
            Asked.REFRESH, Set.copyOf(Asked.PAUSES),
            Asked.WRAP, Set.of("on", "off"),
            Asked.DENSITY, Set.of("usual", "compact"));

    static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    static Parameters of(Map<String, List<String>> request) {
        Parameters parameters = NONE;
        for (String name : USUAL.keySet()) {
            parameters = parameters.with(name, request.getOrDefault(name, List.of()));
        }
        return parameters;
    }

    /** @return its value, or the usual one */
    String one(String name) {
        return all(name).stream().findFirst().orElse(USUAL.getOrDefault(name, ""));
    }

    List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    Parameters changed(String name, Consumer<List<String>> change) {
        List<String> values = new ArrayList<>(all(name));
        change.accept(values);
        return with(name, values);
    }

    Parameters with(String name, List<String> values) {
        List<String> unusual = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equals(USUAL.get(name)))
                .filter(value -> CHOICES.getOrDefault(name, Set.of(value)).contains(value))
                .distinct()
                .limit(MANY.contains(name) ? MOST : 1)
                .toList();
        Map<String, List<String>> next = new LinkedHashMap<>();
        for (String known : USUAL.keySet()) {
            List<String> kept = known.equals(name) ? unusual : all(known);
            if (!kept.isEmpty()) {
                next.put(known, kept);
            }
        }
        return new Parameters(next);
    }

    /** @return each name with each of its values, but those names */
    List<Parameter> but(Set<String> names) {
        return given.entrySet().stream()
                .filter(entry -> !names.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Parameter(entry.getKey(), value)))
                .toList();
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put(Asked.QUERY, "");
        usual.put(Asked.LANGUAGE, "kql");
        usual.put(Asked.FILTER, "");
        usual.put(Asked.OFF, "");
        usual.put(Asked.PIN, "");
        usual.put(Asked.WORKLOAD, "");
        usual.put(Asked.FROM, TimeRange.USUAL);
        usual.put(Asked.TO, TimeRange.NOW);
        usual.put(Asked.ZONE, "");
        usual.put(Asked.REFRESH, "");
        usual.put(Asked.SORT, Asked.NEWEST);
        usual.put(Asked.COLUMN, "");
        usual.put(Asked.WRAP, "on");
        usual.put(Asked.DENSITY, "usual");
        usual.put(Asked.BY, "");
        return usual;
    }

    /** One name with one value, as a form repeats it. */
    public record Parameter(String name, String value) {}
}
