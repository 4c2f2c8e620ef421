package dev.binnacle.portal.alert.rule;

import dev.binnacle.portal.alert.rule.Tokens.Kind;
import dev.binnacle.portal.alert.rule.Tokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which metrics an expression in PromQL asks for. */
final class MetricNames {

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "unless",
            "atan2",
            "bool",
            "offset",
            "inf",
            "nan",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right");
    /** These are followed by labels in brackets. */
    private static final Set<String> BEFORE_LABELS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

    private MetricNames() {}

    /** @return the names that stand there as such; those that only a matcher on {@code __name__} gives are not among them */
    static Set<String> of(String expression) {
        List<Token> tokens = Tokens.of(expression);
        Set<String> names = new TreeSet<>();
        int outside = Integer.MAX_VALUE;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.depth() <= outside) {
                outside = Integer.MAX_VALUE;
                boolean labels = token.is("(") && i > 0 && isOne(BEFORE_LABELS, tokens.get(i - 1));
                if (token.is("{") || token.is("[") || labels) {
                    outside = token.depth();
                } else if (isMetric(token, i + 1 < tokens.size() ? tokens.get(i + 1) : null)) {
                    names.add(token.text());
                }
            }
        }
        return names;
    }

    private static boolean isMetric(Token token, @org.jspecify.annotations.Nullable Token next) {
        return token.kind() == Kind.WORD
                && !isOne(KEYWORDS, token)
                && (next == null || !(next.is("(") || next.is("by") || next.is("without")));
    }

    private static boolean isOne(Set<String> words, Token token) {
        return token.kind() == Kind.WORD && words.contains(token.text().toLowerCase(Locale.ROOT));
    }
}
