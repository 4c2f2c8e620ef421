package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How grave a line is: as its level field says, or, where it has none, as its text says. */
final class Levels {

    private static final List<String> ERRORS =
            List.of("error", "err", "fatal", "critical", "crit", "panic", "alert", "emergency", "severe");

    /** Words of errors, also right behind a terminal's code for red, whose end Elasticsearch takes for their beginning. */
    private static final String WORDS_OF_ERRORS = Stream.of("", "31m", "91m", "0;31m", "1;31m", "01;31m", "1;91m")
            .flatMap(colour -> Stream.of("error", "fatal", "exception", "panic").map(word -> colour + word))
            .collect(Collectors.joining(" "));

    /** How far into a line a level is looked for, in characters. */
    private static final int BEGINNING = 300;

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:^|[^A-Za-z0-9_]|\u001b\\[[0-9;]{0,12}m)(?:(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|PANIC|SEVERE)(?![A-Za-z0-9_])"
                    + "|(?:level|lvl|severity)\"?\\s{0,3}[=:]\\s{0,3}\"?([A-Za-z]{3,9}))");

    private Levels() {}

    static Query errors(Fields fields) {
        Query words =
                Query.of(q -> q.match(match -> match.field(fields.message()).query(WORDS_OF_ERRORS)));
        return fields.level()
                .map(level -> Query.of(q -> q.bool(either -> either.should(of(level))
                        .should(should -> should.bool(without -> without.mustNot(
                                        not -> not.exists(exists -> exists.field(level.name())))
                                .filter(words)))
                        .minimumShouldMatch("1"))))
                .orElse(words);
    }

    static String of(JsonNode source, String text) {
        return Fields.LEVELS.stream()
                .map(field -> Sources.text(source, field))
                .filter(level -> !level.isEmpty())
                .findFirst()
                .orElseGet(() -> written(text))
                .toLowerCase(Locale.ROOT);
    }

    private static Query of(Field level) {
        if (!level.isExact()) {
            return Query.of(q -> q.match(match -> match.field(level.name()).query(String.join(" ", ERRORS))));
        }
        List<FieldValue> spellings = ERRORS.stream()
                .flatMap(word -> Stream.of(
                        word,
                        word.toUpperCase(Locale.ROOT),
                        word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)))
                .map(FieldValue::of)
                .toList();
        return Query.of(q -> q.terms(terms -> terms.field(level.name()).terms(any -> any.value(spellings))));
    }

    private static String written(String text) {
        Matcher matcher = WRITTEN.matcher(text.substring(0, Math.min(BEGINNING, text.length())));
        if (!matcher.find()) {
            return "";
        }
        String word = matcher.group(1);
        return word != null ? word : matcher.group(2);
    }
}
