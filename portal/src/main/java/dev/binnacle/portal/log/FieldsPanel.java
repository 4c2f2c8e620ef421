package dev.binnacle.portal.log;

import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.search.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an index, as the template lists them.
 *
 * @param says how many there are
 * @param values the address of a field's values, to which its name is added
 * @param find the address at which others are found by a part of their name; null where all are listed
 */
public record FieldsPanel(
        List<Entry> fields,
        String says,
        String values,
        @Nullable String find) {

    /** The most fields that a page lists; an index has at most a thousand unless its administrator says otherwise. */
    private static final int MOST = 400;

    /** How much of a field's name is shown, in characters. */
    static final int NAME = 200;

    /**
     * @param name as the index has it
     * @param says its name, made readable
     * @param sign one or two letters for its type, {@code type} in words
     */
    public record Entry(String name, String says, String sign, String type) {}

    static FieldsPanel of(String environment, Asked asked, List<Field> all) {
        List<Field> whole = whole(all).toList();
        boolean more = whole.size() > MOST;
        return new FieldsPanel(
                entries(whole.stream()),
                more
                        ? "%,d of %,d in the index".formatted(MOST, whole.size())
                        : "%,d in the index".formatted(whole.size()),
                asked.linkTo(environment, "/values"),
                more ? asked.linkTo(environment, "/fields") : null);
    }

    /** @return those whose name holds the part, in whatever case; as many as a page lists */
    static List<Entry> found(List<Field> all, String part) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return entries(
                whole(all).filter(field -> field.name().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private static List<Entry> entries(Stream<Field> fields) {
        return fields.limit(MOST)
                .map(field ->
                        new Entry(field.name(), Excerpt.word(field.name(), NAME), sign(field.type()), field.type()))
                .toList();
    }

    /**
     * Says which fields a link names that the index has not, or no longer.
     *
     * @return empty where it has them all, or nothing is known of it
     */
    static String missing(Asked asked, List<Field> all) {
        Set<String> names = all.stream().map(Field::name).collect(Collectors.toSet());
        Stream<String> asFilter = Meaning.of(asked) instanceof Meaning.Clear clear
                ? clear.clause()
                        .fields()
                        .filter(Predicate.not(Literal::hasWildcard))
                        .map(Literal::text)
                : Stream.empty();
        List<String> missing = Stream.concat(asFilter, Stream.concat(asked.columns().stream(), Stream.of(asked.by())))
                .filter(Predicate.not(String::isEmpty))
                .filter(name -> names.stream().noneMatch(known -> known.equals(name) || known.startsWith(name + ".")))
                .distinct()
                .map(name -> Excerpt.word(name, NAME))
                .toList();
        return all.isEmpty() || missing.isEmpty()
                ? ""
                : "The index has no field " + String.join(", ", missing) + ": it is spelled otherwise, or has gone.";
    }

    private static Stream<Field> whole(List<Field> all) {
        Set<String> names = all.stream().map(Field::name).collect(Collectors.toSet());
        return all.stream().filter(Predicate.not(field -> isPartOfAnother(field.name(), names)));
    }

    /** A field indexed in two ways has the second one below its own name, as in {@code level.keyword}. */
    private static boolean isPartOfAnother(String name, Set<String> names) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && names.contains(name.substring(0, dot));
    }

    static String sign(String type) {
        return switch (type) {
            case "text", "match_only_text", "keyword", "constant_keyword", "wildcard", "version" -> "t";
            case "long", "integer", "short", "byte", "double", "float", "half_float", "scaled_float", "unsigned_long" ->
                "#";
            case "date", "date_nanos" -> "d";
            case "boolean" -> "b";
            case "ip" -> "ip";
            default -> "?";
        };
    }
}
