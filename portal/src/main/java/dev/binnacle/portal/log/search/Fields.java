package dev.binnacle.portal.log.search;

import dev.binnacle.portal.log.query.Literal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of an environment's log index, as its indices map them today.
 *
 * @param byName empty where no index exists
 * @param nested the names of lists of objects that are searched one by one
 * @param conflicts fields that some indices map otherwise than others, as in "status (keyword, long)"
 */
record Fields(Map<String, Field> byName, Set<String> nested, List<String> conflicts) {

    static final String TIME = "@timestamp";
    static final String NAMESPACE = "kubernetes.namespace_name";
    static final String POD = "kubernetes.pod_name";
    static final String CONTAINER = "kubernetes.container_name";
    static final String STREAM = "stream";
    static final List<String> LEVELS = List.of("level", "log.level", "severity", "loglevel");

    /** @return the fields whose name fits; the name itself, without a type, where none does */
    List<Field> matching(Literal name) {
        List<Field> matching = byName.values().stream()
                .filter(field -> name.matches(field.name()))
                .toList();
        return matching.isEmpty() ? List.of(new Field(name.text(), "")) : matching;
    }

    /** @return the innermost list of objects that a field belongs to; empty for none */
    String listOf(String field) {
        return nested.stream()
                .filter(list -> field.startsWith(list + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** @return the field that holds the line itself */
    String message() {
        return Stream.of("log", "message")
                .filter(byName::containsKey)
                .findFirst()
                .orElse("log");
    }

    Optional<Field> level() {
        return LEVELS.stream()
                .flatMap(name -> Stream.concat(countableAs(name), Stream.ofNullable(byName.get(name))))
                .findFirst();
    }

    /**
     * @return the field, or the sub-field of it, that stores whole values; where indices disagree those that together do
     *     so in most of them, each with its own indices
     */
    List<Field> exact(String name) {
        List<Field> exact = Stream.of(name, name + ".keyword", name + ".raw")
                .flatMap(candidate -> Stream.ofNullable(byName.get(candidate)))
                .filter(Field::isExact)
                .toList();
        return exact.stream()
                .findFirst()
                .filter(Field::isOfOneType)
                .map(List::of)
                .orElse(exact);
    }

    /**
     * @return the field, or the sub-field of it, whose values can be counted
     * @throws Unfit where there is none
     */
    Field countable(String name) throws Unfit {
        Field field = byName.get(name);
        if (field == null) {
            throw new Unfit("It has no field " + name + " any more.");
        }
        if (!listOf(name).isEmpty()) {
            throw new Unfit(name + " belongs to a list of objects, whose values are not counted here.");
        }
        if (field.isOfOneType() && !field.isText()) {
            return field;
        }
        return countableAs(name)
                .findFirst()
                .orElseThrow(() -> new Unfit(
                        field.isOfOneType()
                                ? name + " is text: its words are searched, but its values are not kept whole, so they"
                                        + " cannot be counted."
                                : "Indices disagree on what " + name + " is, so its values cannot be counted."));
    }

    private Stream<Field> countableAs(String name) {
        return exact(name).stream().filter(Field::isOfOneType);
    }

    boolean hasTime() {
        return byName.containsKey(TIME) && byName.get(TIME).type().startsWith("date");
    }

    boolean isEveryField(List<Field> fields) {
        return fields.size() == byName.size();
    }
}
