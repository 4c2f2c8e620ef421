package dev.binnacle.portal.web;

/** Shows in text that others wrote what would be invisible, or would move what stands beside it. */
public final class ReadableText {

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';

    private ReadableText() {}

    /** @return what a program wrote to a terminal, without what only tells the terminal to do something */
    public static String written(String text) {
        if (text.indexOf(ESCAPE) < 0) {
            return of(text);
        }
        StringBuilder readable = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int after = afterSequence(text, at);
            if (after > at) {
                at = after;
                continue;
            }
            int point = text.codePointAt(at);
            readable.append(of(point));
            at += Character.charCount(point);
        }
        return readable.toString();
    }

    /**
     * @return where the text goes on after a terminal's control sequence that begins there (ECMA-48); the same place
     *     where none does
     */
    public static int afterSequence(String text, int begin) {
        int at = begin + 1;
        if (text.charAt(begin) != ESCAPE || at >= text.length()) {
            return begin;
        }
        if (text.charAt(at) == '[') {
            at++;
            while (at < text.length() && text.charAt(at) >= 0x20 && text.charAt(at) < 0x40) {
                at++;
            }
            return at < text.length() && text.charAt(at) >= 0x40 && text.charAt(at) < 0x7f ? at + 1 : begin;
        }
        if (text.charAt(at) == ']') {
            while (at < text.length() && text.charAt(at) != BELL && text.charAt(at) != ESCAPE) {
                at++;
            }
            return text.startsWith("\u0007", at) ? at + 1 : text.startsWith("\u001b\\", at) ? at + 2 : begin;
        }
        return begin;
    }

    /** @return the text with a sign for each control character and each that turns its direction */
    public static String of(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder readable = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> readable.append(of(point)));
        return readable.toString();
    }

    /** @return whether it is its own sign */
    public static boolean isPlain(int point) {
        return point == '\n' || point == '\t' || (point >= ' ' && point < 0x7f);
    }

    /** @return the sign of a character; its own where it is harmless */
    public static String of(int point) {
        if (isPlain(point)) {
            return Character.toString(point);
        }
        if (point < ' ') {
            return Character.toString(0x2400 + point);
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                isJoiner(point) ? Character.toString(point) : "⟨U+%04X⟩".formatted(point);
            case Character.SURROGATE -> "\ufffd";
            default -> Character.toString(point);
        };
    }

    /** Scripts and emoji need these; they move nothing. */
    private static boolean isJoiner(int point) {
        return point == 0x200c || point == 0x200d;
    }
}
