package dev.binnacle.portal.alert.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of an expression in PromQL, as far as it takes to tell its parts: strings, numbers, words, operators and
 * brackets. Comments and space are left out.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Querying basics</a>
 */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<space>\\s+|\\#[^\\n]*)
            |(?<string>"(?:[^"\\\\]|\\\\.)*"?|'(?:[^'\\\\]|\\\\.)*'?|`[^`]*`?)
            |(?<number>(?:0[xX][0-9a-fA-F]+|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+|[a-zA-Z][0-9a-zA-Z]*)?))
            |(?<word>[a-zA-Z_:][a-zA-Z0-9_:.]*)
            |(?<sign>==|!=|<=|>=|=~|!~|[^\\s])""", Pattern.COMMENTS | Pattern.DOTALL);

    enum Kind {
        STRING,
        NUMBER,
        WORD,
        SIGN
    }

    /**
     * @param from where it begins in the expression
     * @param depth how many brackets of any kind it stands in; a bracket itself stands outside
     */
    record Token(Kind kind, String text, int from, int depth) {

        boolean is(String other) {
            return text.equals(other);
        }
    }

    private Tokens() {}

    static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int depth = 0;
        while (matcher.find()) {
            if (matcher.group("space") == null) {
                String text = matcher.group();
                boolean sign = matcher.group("sign") != null;
                if (sign && ")]}".contains(text)) {
                    depth--;
                }
                tokens.add(new Token(kind(matcher), text, matcher.start(), depth));
                if (sign && "([{".contains(text)) {
                    depth++;
                }
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
    }
}
