package dev.binnacle.portal.log.query;

/** Reads what stands after a backslash. */
final class Escape {

    private Escape() {}

    /** Reads one escaped character; the scanner stands right after the backslash. */
    static char read(Scanner scanner) throws Misplaced {
        int start = scanner.position() - 1;
        char character = scanner.ended() ? '\0' : scanner.next();
        if (Scanner.isSpecial(character)) {
            return character;
        }
        return switch (character) {
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 'a', 'A', 'o', 'O' -> character;
            case 'u' -> {
                int code = scanner.takeHex();
                if (code < 0) {
                    throw new Misplaced(start, "After \\u four hexadecimal digits are expected, as in \\u00e9.");
                }
                yield (char) code;
            }
            default ->
                throw new Misplaced(
                        start,
                        "A backslash stands only before one of \\ ( ) : < > \" * { } t r n u; write \\\\ for one.");
        };
    }
}
