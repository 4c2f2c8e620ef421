package dev.binnacle.portal.alert.matcher;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;

/**
 * A condition on one label, with the meaning that <a
 * href="https://prometheus.io/docs/alerting/latest/configuration/#matcher">Alertmanager</a> gives it: a label that is
 * not there counts as empty, and a regular expression must match the whole value.
 */
public record Matcher(String name, Operator operator, String value, Pattern pattern) {

    private static final Pattern NO_PATTERN = Pattern.compile("");
    private static final java.util.regex.Pattern BARE = java.util.regex.Pattern.compile("@?[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final java.util.regex.Pattern ESCAPED = java.util.regex.Pattern.compile("[\\\\\"\\n]");

    /** How the value is compared. */
    public enum Operator {
        EQUAL("=", false, true),
        NOT_EQUAL("!=", false, false),
        MATCHES("=~", true, true),
        DIFFERS("!~", true, false);

        private final String symbol;
        private final boolean regex;
        private final boolean positive;

        Operator(String symbol, boolean regex, boolean positive) {
            this.symbol = symbol;
            this.regex = regex;
            this.positive = positive;
        }

        public String symbol() {
            return symbol;
        }

        public boolean regex() {
            return regex;
        }

        public boolean positive() {
            return positive;
        }

        /** @return the one with this form in Alertmanager's API */
        public static Operator of(boolean regex, boolean positive) {
            if (regex) {
                return positive ? MATCHES : DIFFERS;
            }
            return positive ? EQUAL : NOT_EQUAL;
        }
    }

    /** @throws com.google.re2j.PatternSyntaxException where the value is no regular expression and has to be one */
    public static Matcher of(String name, Operator operator, String value) {
        return new Matcher(name, operator, value, operator.regex() ? Pattern.compile(value) : NO_PATTERN);
    }

    public static Matcher equal(String name, String value) {
        return of(name, Operator.EQUAL, value);
    }

    public boolean matches(Map<String, String> labels) {
        return matches(labels.getOrDefault(name, ""));
    }

    /** @return whether it says something of labels that are not there; a silence of only such ones is refused */
    public boolean matchesEmpty() {
        return matches("");
    }

    private boolean matches(String actual) {
        boolean same = operator.regex() ? pattern.matches(actual) : value.equals(actual);
        return same == operator.positive();
    }

    /** @return the opposite condition: "filter out" for "filter for" */
    public Matcher negated() {
        return new Matcher(name, Operator.of(operator.regex(), !operator.positive()), value, pattern);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher
                && name.equals(matcher.name)
                && operator == matcher.operator
                && value.equals(matcher.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, operator, value);
    }

    /** @return as one writes it: {@code severity=~"critical|warning"} */
    @Override
    public String toString() {
        return (BARE.matcher(name).matches() ? name : quoted(name)) + operator.symbol() + quoted(value);
    }

    private static String quoted(String text) {
        return '"' + ESCAPED.matcher(text).replaceAll(Matcher::escape) + '"';
    }

    private static String escape(MatchResult found) {
        String escape = switch (found.group()) {
            case "\n" -> "\\n";
            default -> "\\" + found.group();
        };
        return java.util.regex.Matcher.quoteReplacement(escape);
    }
}
