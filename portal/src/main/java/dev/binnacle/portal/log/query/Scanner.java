package dev.binnacle.portal.log.query;

import java.util.Locale;
import java.util.Set;

/** Walks over the characters of a query. */
final class Scanner {

    private static final String SPECIAL = "\\():<>\"*{}";
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not");

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    boolean ended() {
        return at >= text.length();
    }

    /** @return the character here; a NUL at the end */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    char next() {
        return text.charAt(at++);
    }

    boolean take(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    void skipSpace() {
        while (!ended() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** Takes the keyword, which must be a word of its own, and the space after it. */
    boolean takeKeyword(String keyword) {
        if (!keywordAt(at).equals(keyword)) {
            return false;
        }
        at += keyword.length();
        skipSpace();
        return true;
    }

    boolean atKeyword() {
        return !keywordAt(at).isEmpty();
    }

    /** @return whether only space lies between here and a keyword or the end */
    boolean atSpaceBeforeKeyword() {
        int after = at;
        while (after < text.length() && isSpace(text.charAt(after))) {
            after++;
        }
        return after == text.length() || !keywordAt(after).isEmpty();
    }

    /** @return the four hexadecimal digits here as a number; -1 where there are fewer */
    int takeHex() {
        if (at + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (char digit : text.substring(at, at + 4).toCharArray()) {
            int hex = digit < 128 ? Character.digit(digit, 16) : -1;
            if (hex < 0) {
                return -1;
            }
            value = value * 16 + hex;
        }
        at += 4;
        return value;
    }

    static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n' || character == '\u00a0';
    }

    static boolean isSpecial(char character) {
        return SPECIAL.indexOf(character) >= 0;
    }

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private String keywordAt(int start) {
        int end = start;
        while (end < text.length() && end - start < 4 && isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        boolean whole =
                end == text.length() || isSpace(text.charAt(end)) || text.charAt(end) == '(' || text.charAt(end) == ')';
        return whole && KEYWORDS.contains(word) ? word : "";
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
