package dev.binnacle.portal.log.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads names and values, with their escapes. */
final class Literals {

    private Literals() {}

    /** @param expected what could stand here, for the reader */
    static Literal read(Scanner scanner, String expected) throws Misplaced {
        if (scanner.peek() == '"' && !scanner.ended()) {
            return quoted(scanner);
        }
        if (scanner.ended()) {
            throw new Misplaced(scanner.position(), "Something is missing here: " + expected + ".");
        }
        if (scanner.atKeyword()) {
            throw new Misplaced(
                    scanner.position(), "Expected " + expected + " here; to search for this word, put it in quotes.");
        }
        return unquoted(scanner, expected);
    }

    private static Literal quoted(Scanner scanner) throws Misplaced {
        int start = scanner.position();
        scanner.next();
        StringBuilder phrase = new StringBuilder();
        while (!scanner.ended()) {
            char character = scanner.next();
            if (character == '"') {
                return Literal.phrase(phrase.toString());
            }
            phrase.append(character == '\\' ? escapedInQuotes(scanner) : character);
        }
        throw new Misplaced(start, "This quotation mark is never closed; add another one where the phrase ends.");
    }

    private static char escapedInQuotes(Scanner scanner) throws Misplaced {
        return switch (scanner.peek()) {
            case '\\', '"', 't', 'r', 'n' -> Escape.read(scanner);
            case 'u' ->
                IntStream.rangeClosed(1, 4).allMatch(ahead -> isHexadecimal(scanner.peek(ahead)))
                        ? Escape.read(scanner)
                        : '\\';
            default -> '\\';
        };
    }

    private static boolean isHexadecimal(char character) {
        return Character.digit(character, 16) >= 0 && character < 128;
    }

    private static Literal unquoted(Scanner scanner, String expected) throws Misplaced {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int start = scanner.position();
        while (!scanner.ended()) {
            char character = scanner.peek();
            if (Scanner.isSpace(character)) {
                if (scanner.atSpaceBeforeKeyword() || spaceEndsLiteral(scanner)) {
                    break;
                }
                piece.append(scanner.next());
            } else if (character == '*') {
                scanner.next();
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (character == '\\') {
                scanner.next();
                piece.append(Escape.read(scanner));
            } else if (Scanner.isSpecial(character)) {
                break;
            } else {
                piece.append(scanner.next());
            }
        }
        if (scanner.position() == start) {
            throw new Misplaced(start, "Expected " + expected + " here, not " + scanner.peek() + ".");
        }
        pieces.add(piece.toString());
        return new Literal(pieces, false);
    }

    private static boolean spaceEndsLiteral(Scanner scanner) {
        int ahead = 0;
        while (Scanner.isSpace(scanner.peek(ahead))) {
            ahead++;
        }
        char after = scanner.peek(ahead);
        return after != '\\' && after != '*' && Scanner.isSpecial(after);
    }
}
