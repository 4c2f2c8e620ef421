package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.core.FieldCapsResponse;
import dev.binnacle.portal.log.query.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fields of an environment's log index, as its indices map them today.
 *
 * @param byName empty where no index exists
 */
record Fields(Map<String, Field> byName) {

    static final String TIME = "@timestamp";
    static final String NAMESPACE = "kubernetes.namespace_name";
    static final String POD = "kubernetes.pod_name";
    static final String CONTAINER = "kubernetes.container_name";
    static final String STREAM = "stream";
    static final List<String> LEVELS = List.of("level", "log.level", "severity", "loglevel");

    private static final Set<String> CONTAINERS_OF_FIELDS = Set.of("object", "nested", "unmapped");

    static Fields of(FieldCapsResponse response) {
        Map<String, Field> fields = new TreeMap<>();
        response.fields()
                .forEach((name, types) -> types.keySet().stream()
                        .filter(type -> !CONTAINERS_OF_FIELDS.contains(type))
                        .sorted()
                        .findFirst()
                        .ifPresent(type -> fields.put(name, new Field(name, type))));
        return new Fields(fields);
    }

    /** @return the fields whose name fits; the name itself, without a type, where none does */
    List<Field> matching(Literal name) {
        List<Field> matching = byName.values().stream()
                .filter(field -> name.matches(field.name()))
                .toList();
        return matching.isEmpty() ? List.of(new Field(name.text(), "")) : matching;
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
                .flatMap(name -> Stream.concat(exact(name).stream(), Stream.ofNullable(byName.get(name))))
                .findFirst();
    }

    /** @return the field, or the sub-field of it, that stores whole values */
    Optional<Field> exact(String name) {
        return Stream.of(name, name + ".keyword", name + ".raw")
                .flatMap(candidate -> Stream.ofNullable(byName.get(candidate)))
                .filter(Field::isExact)
                .findFirst();
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
        return field.isText()
                ? exact(name)
                        .orElseThrow(() -> new Unfit(name + " is text: its words are searched, but its values are"
                                + " not kept whole, so they cannot be counted."))
                : field;
    }

    boolean hasTime() {
        return Optional.ofNullable(byName.get(TIME)).filter(Field::isDate).isPresent();
    }

    boolean isEveryField(List<Field> fields) {
        return fields.size() == byName.size();
    }
}
