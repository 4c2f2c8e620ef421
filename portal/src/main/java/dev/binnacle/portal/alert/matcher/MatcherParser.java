package dev.binnacle.portal.alert.matcher;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads matchers by the <a href="https://prometheus.io/docs/alerting/latest/configuration/#matcher">UTF-8 syntax of
 * Alertmanager</a>: names and values bare or in double quotes, where a backslash escapes a quote or a backslash and
 * makes a line break of n. Beyond that, spaces separate as commas do.
 */
final class MatcherParser {

    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_MATCHERS = 100;
    private static final String RESERVED = "{}!=~,\\\"'`";

    private final String text;
    private int at;

    MatcherParser(String text) {
        this.text = text;
    }

    Parsed parse() {
        try {
            return new Matchers(matchers());
        } catch (Fault fault) {
            return new Parsed.Faulty(text, fault.position, fault.reason);
        }
    }

    private List<Matcher> matchers() throws Fault {
        if (text.length() > MAX_LENGTH) {
            throw new Fault(MAX_LENGTH, "This is longer than " + MAX_LENGTH + " characters.");
        }
        boolean braces = skip() && take('{');
        List<Matcher> matchers = new ArrayList<>();
        while (skip() && text.charAt(at) != '}') {
            if (matchers.size() == MAX_MATCHERS) {
                throw new Fault(at, "More than " + MAX_MATCHERS + " matchers are not taken.");
            }
            matchers.add(matcher());
            separator();
        }
        boolean closed = at < text.length() && take('}');
        if (closed != braces) {
            throw new Fault(closed ? at - 1 : at, braces ? "A closing } is missing." : "This } has no opening {.");
        }
        if (skip()) {
            throw new Fault(at, "Nothing may follow the closing }.");
        }
        return matchers;
    }

    private Matcher matcher() throws Fault {
        int start = at;
        String name = word("a label name");
        if (name.isEmpty()) {
            throw new Fault(start, "A label name is expected here.");
        }
        skip();
        Matcher.Operator operator = operator();
        skip();
        int valueAt = at;
        String value = at < text.length() ? word("a value") : missing("A value is expected here; write \"\" for none.");
        try {
            return Matcher.of(name, operator, value);
        } catch (PatternSyntaxException e) {
            throw new Fault(valueAt, "This is not a regular expression: " + e.getDescription() + ".");
        }
    }

    private Matcher.Operator operator() throws Fault {
        for (Matcher.Operator operator : List.of(
                Matcher.Operator.MATCHES,
                Matcher.Operator.DIFFERS,
                Matcher.Operator.NOT_EQUAL,
                Matcher.Operator.EQUAL)) {
            if (text.startsWith(operator.symbol(), at)) {
                at += operator.symbol().length();
                return operator;
            }
        }
        throw new Fault(at, "One of = != =~ !~ is expected here.");
    }

    private String word(String what) throws Fault {
        if (take('"')) {
            return quoted();
        }
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && RESERVED.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at > start
                ? text.substring(start, at)
                : missing("Here " + what + " is expected, in quotes if it has any of " + RESERVED);
    }

    private String quoted() throws Fault {
        int opened = at - 1;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return value.toString();
            }
            value.append(next == '\\' ? escaped() : String.valueOf(next));
        }
        throw new Fault(opened, "This quote is never closed.");
    }

    /** Other escapes stay as they are: they mean something to the regular expression. */
    private String escaped() throws Fault {
        char next = at < text.length()
                ? text.charAt(at++)
                : missing("Something must follow the backslash.").charAt(0);
        return switch (next) {
            case '"', '\\' -> String.valueOf(next);
            case 'n' -> "\n";
            default -> "\\" + next;
        };
    }

    private void separator() throws Fault {
        int before = at;
        boolean more = skip();
        boolean comma = more && take(',');
        if (more && !comma && at == before && text.charAt(at) != '}') {
            throw new Fault(at, "A comma or a space is expected here.");
        }
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    /** Skips spaces. Returns whether anything is left. */
    private boolean skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private String missing(String reason) throws Fault {
        throw new Fault(at, reason);
    }

    private static final class Fault extends Exception {
        private final int position;
        private final String reason;

        Fault(int position, String reason) {
            super(reason);
            this.position = position;
            this.reason = reason;
        }
    }
}
