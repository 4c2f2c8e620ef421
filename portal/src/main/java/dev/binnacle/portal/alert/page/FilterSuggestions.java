package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.matcher.Matcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could be typed next in a filter: names of labels, and their values, those of most alerts first. */
final class FilterSuggestions {

    private static final int MOST = 20;
    private static final int LONGEST_VALUE = 200;
    /** A name, an operator, and as much of a value as is there; quotes are optional, and the last may be missing. */
    private static final Pattern PART = Pattern.compile(
            "(?<name>[a-zA-Z_@][a-zA-Z0-9_:.]*)?(?<operator>=~|!~|!=|=)?\"?(?<value>(?:[^\"\\\\]|\\\\.)*)\"?");

    private FilterSuggestions() {}

    /** @return whole filters: what is typed, with its last part made complete */
    static List<String> of(String typed, List<Alert> alerts, AlertFacts facts) {
        int start = lastPart(typed);
        var part = PART.matcher(typed.substring(start));
        if (!part.matches()
                || (part.group("operator") == null && !part.group("value").isEmpty())) {
            return List.of();
        }
        String before = typed.substring(0, start);
        String name = part.group("name") == null ? "" : part.group("name");
        String operator = part.group("operator");
        Stream<String> next = operator == null
                ? names(alerts).filter(each -> begins(each, name)).map(each -> each + "=")
                : values(name, alerts, facts)
                        .filter(value -> begins(value, part.group("value")))
                        .map(value -> name + operator + quoted(value));
        return next.limit(MOST).map(each -> before + each).toList();
    }

    /** @return where what comes after the last space or comma begins that is not within quotes */
    private static int lastPart(String typed) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ' ' || c == ',' || c == '{')) {
                start = i + 1;
            }
        }
        return start;
    }

    private static Stream<String> names(List<Alert> alerts) {
        return Stream.concat(
                mostFirst(alerts.stream().flatMap(alert -> alert.labels().keySet().stream())),
                AlertFilter.NAMES.stream());
    }

    private static Stream<String> values(String name, List<Alert> alerts, AlertFacts facts) {
        return mostFirst(alerts.stream()
                        .flatMap(alert -> name.startsWith("@")
                                ? facts.values(alert, name).stream()
                                : Stream.of(alert.label(name))))
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE);
    }

    private static Stream<String> mostFirst(Stream<String> all) {
        return all.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Counts.mostFirst())
                .map(Map.Entry::getKey);
    }

    private static String quoted(String value) {
        return Matcher.equal("x", value).toString().substring("x=".length());
    }

    private static boolean begins(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).startsWith(part.toLowerCase(Locale.ROOT));
    }
}
