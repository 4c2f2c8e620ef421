package dev.binnacle.portal.alert.rule;

import dev.binnacle.portal.alert.rule.Tokens.Kind;
import dev.binnacle.portal.alert.rule.Tokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule compares, so that both sides can be drawn: in "errors / requests > 0.01 and on() up == 1" the first of them.
 *
 * @param value in PromQL
 * @param operator "&gt;"
 * @param threshold in PromQL
 */
public record Comparison(String value, String operator, String threshold) {

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> SETS = Set.of("and", "or", "unless");

    /** @return nothing where the expression compares nothing, or is one of several alternatives */
    public static Optional<Comparison> of(String expression) {
        List<Token> outer = Tokens.of(expression).stream()
                .filter(token -> token.depth() == 0)
                .toList();
        if (outer.stream().anyMatch(token -> isWord(token, "or"))) {
            return Optional.empty();
        }
        int end = outer.stream()
                .filter(token -> SETS.stream().anyMatch(set -> isWord(token, set)))
                .findFirst()
                .map(Token::from)
                .orElse(expression.length());
        return outer.stream()
                .filter(token -> token.kind() == Kind.SIGN && OPERATORS.contains(token.text()) && token.from() < end)
                .findFirst()
                .map(token -> of(expression, token, end))
                .filter(found -> !found.value.isEmpty() && !found.threshold.isEmpty());
    }

    private static Comparison of(String expression, Token operator, int end) {
        String right = expression
                .substring(operator.from() + operator.text().length(), end)
                .strip()
                .replaceFirst("^(?i:bool)\\b\\s*", "");
        return new Comparison(expression.substring(0, operator.from()).strip(), operator.text(), matched(right));
    }

    /** Which labels the sides are matched on stands before the right one, and is no part of it. */
    private static String matched(String right) {
        return right.replaceFirst("^(?i:on|ignoring)\\s*\\([^)]*\\)\\s*", "")
                .replaceFirst("^(?i:group_left|group_right)\\b\\s*(\\([^)]*\\))?\\s*", "");
    }

    private static boolean isWord(Token token, String word) {
        return token.kind() == Kind.WORD
                && token.text().toLowerCase(Locale.ROOT).equals(word);
    }
}
