package dev.binnacle.portal.web;

/** Shows in text that others wrote what would be invisible, or would move what stands beside it. */
public final class ReadableText {

    private ReadableText() {}

    /** @return the text with a sign for each control character and each that turns its direction */
    public static String of(String text) {
        if (text.codePoints().allMatch(ReadableText::isPlain)) {
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
