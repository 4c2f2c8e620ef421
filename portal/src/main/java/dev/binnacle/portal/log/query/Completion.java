package dev.binnacle.portal.log.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * What somebody who types a query is about to write, at the end of what is written so far.
 */
public sealed interface Completion {

    /** @return where what has been begun starts, in characters */
    int from();

    /** @return what has been begun; empty where nothing has */
    String begun();

    /** A field, or a value in any. */
    record Name(int from, String begun) implements Completion {}

    /** A comparison, after the name of a field. */
    record Comparison(int from, String begun, String field) implements Completion {}

    /** A value of the field. */
    record Value(int from, String begun, String field) implements Completion {}

    /** {@code and} or {@code or}, after something whole. */
    record Connective(int from, String begun) implements Completion {}

    /** Looks at any text, also one that is no query; takes time in proportion to it. */
    static Completion of(String text) {
        return new Typing(text).end();
    }

    /** Walks over the text and remembers what could come next. */
    final class Typing {
        private static final String COMPARED = ":<>=";

        private final String text;
        private final Deque<String> lists = new ArrayDeque<>();
        private int at;
        private String field = "";
        private boolean whole;

        private Typing(String text) {
            this.text = text;
        }

        private Completion end() {
            while (at < text.length()) {
                char character = text.charAt(at);
                if (Scanner.isSpace(character)) {
                    at++;
                } else if (character == '(' || character == '{') {
                    field = character == '(' ? field : "";
                    lists.push(field);
                    whole = false;
                    at++;
                } else if (character == ')' || character == '}') {
                    lists.poll();
                    field = "";
                    whole = true;
                    at++;
                } else if (COMPARED.indexOf(character) >= 0) {
                    at++;
                } else {
                    Completion last = word();
                    if (last != null) {
                        return last;
                    }
                }
            }
            return next(text.length(), "");
        }

        /** @return what is being typed where the text ends within or right after the word; otherwise null */
        private @org.jspecify.annotations.Nullable Completion word() {
            int start = at;
            String word = text.charAt(at) == '"' ? phrase() : letters();
            if (at == text.length() && !(text.charAt(start) == '"' && isClosed(start))) {
                return next(start, word);
            }
            int after = at;
            while (after < text.length() && Scanner.isSpace(text.charAt(after))) {
                after++;
            }
            if (after < text.length() && COMPARED.indexOf(text.charAt(after)) >= 0) {
                field = word;
                whole = false;
            } else if (Scanner.isKeyword(word)) {
                field = lists.isEmpty() ? "" : lists.peek();
                whole = false;
            } else {
                boolean named = field.isEmpty() && !whole && after == text.length();
                if (named) {
                    return new Comparison(after, "", word);
                }
                field = lists.isEmpty() ? "" : lists.peek();
                whole = true;
            }
            return null;
        }

        private Completion next(int from, String begun) {
            if (whole) {
                return new Connective(from, begun.toLowerCase(Locale.ROOT));
            }
            String of = field.isEmpty() && !lists.isEmpty() ? lists.peek() : field;
            return of.isEmpty() ? new Name(from, begun) : new Value(from, begun, of);
        }

        private String phrase() {
            StringBuilder phrase = new StringBuilder();
            at++;
            while (at < text.length()) {
                char character = text.charAt(at++);
                if (character == '"') {
                    return phrase.toString();
                }
                if (character == '\\' && at < text.length()) {
                    character = text.charAt(at++);
                }
                phrase.append(character);
            }
            return phrase.toString();
        }

        private boolean isClosed(int start) {
            return at > start + 1 && text.charAt(at - 1) == '"' && (at < 3 || text.charAt(at - 2) != '\\');
        }

        private String letters() {
            StringBuilder word = new StringBuilder();
            while (at < text.length()) {
                char character = text.charAt(at);
                if (Scanner.isSpace(character) || "():<>{}\"=".indexOf(character) >= 0) {
                    break;
                }
                at++;
                if (character == '\\' && at < text.length()) {
                    character = text.charAt(at++);
                }
                word.append(character);
            }
            if (word.isEmpty()) {
                at++;
            }
            return word.toString();
        }
    }
}
