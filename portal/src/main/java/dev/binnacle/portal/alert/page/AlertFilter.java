package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.matcher.Matcher;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.matcher.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The language of the filter: Alertmanager's matchers, and as many again of what Binnacle knows besides labels. Those have
 * names that begin with @: {@code @state=firing @age>1h @acknowledged_by=""}.
 */
final class AlertFilter {

    static final String AGE = "@age";
    static final String LIMIT = "@limit";
    static final List<String> NAMES = List.of(
            "@state",
            "@receiver",
            AGE,
            "@environment",
            "@fingerprint",
            "@silenced_by",
            "@inhibited_by",
            "@acknowledged_by",
            LIMIT);

    private static final Pattern COMPARED = Pattern.compile("@age\\s*([<>])=?\\s*");

    private AlertFilter() {}

    static Parsed parse(String typed) {
        String text = COMPARED.matcher(typed).replaceAll(found -> compared(typed, found));
        Parsed parsed = Matchers.parse(text);
        if (!(parsed instanceof Matchers matchers)) {
            return parsed;
        }
        for (Matcher matcher : matchers.all()) {
            if (isAbout(matcher)) {
                Optional<String> fault = fault(matcher);
                if (fault.isPresent()) {
                    return new Parsed.Faulty(text, Math.max(0, text.indexOf(matcher.name())), fault.get());
                }
            }
        }
        return matchers;
    }

    /** @return whether it is about something else than a label */
    static boolean isAbout(Matcher matcher) {
        return matcher.name().startsWith("@");
    }

    /** @return those on labels, which Alertmanager understands, too */
    static Matchers labels(Matchers matchers) {
        return new Matchers(
                matchers.all().stream().filter(each -> !isAbout(each)).toList());
    }

    /** @return how many alerts are shown at most */
    static OptionalInt limit(Matchers matchers) {
        return matchers.all().stream()
                .filter(matcher -> matcher.name().equals(LIMIT))
                .mapToInt(matcher -> Integer.parseInt(matcher.value()))
                .min();
    }

    private static Optional<String> fault(Matcher matcher) {
        boolean equality = !matcher.operator().regex();
        return switch (matcher.name()) {
            case AGE ->
                equality && Span.parse(matcher.value()).isPresent()
                        ? Optional.empty()
                        : Optional.of("Write @age>1h30m or @age<2d.");
            case LIMIT ->
                matcher.operator() == Matcher.Operator.EQUAL && matcher.value().matches("[1-9][0-9]{0,5}")
                        ? Optional.empty()
                        : Optional.of("Write @limit=50.");
            default ->
                NAMES.contains(matcher.name())
                        ? Optional.empty()
                        : Optional.of("There is no such name. Known are " + String.join(" ", NAMES) + ".");
        };
    }

    /** Older and younger are written as equal and unequal, but not within a value in quotes. */
    private static String compared(String text, MatchResult found) {
        boolean quoted = text.substring(0, found.start())
                                .replace("\\\"", "")
                                .chars()
                                .filter(c -> c == '"')
                                .count()
                        % 2
                == 1;
        String written = found.group(1).equals(">") ? AGE + "=" : AGE + "!=";
        return java.util.regex.Matcher.quoteReplacement(quoted ? found.group() : written);
    }
}
