package dev.binnacle.portal.log.query;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a clause as text that means the same. */
final class Printer {

    private static final Pattern WORDS = Pattern.compile("[A-Za-z]+");

    private Printer() {}

    static String print(Clause clause) {
        return switch (clause) {
            case Clause.Everything() -> "";
            case Clause.Text(Literal value) -> print(value);
            case Clause.Is(Literal field, Literal value) -> print(field) + ": " + print(value);
            case Clause.Range(Literal field, Clause.Bound bound, Literal value) ->
                print(field) + " " + bound.sign() + " " + print(value);
            case Clause.And(List<Clause> parts) -> joined(parts, " and ");
            case Clause.Or(List<Clause> parts) -> joined(parts, " or ");
            case Clause.Not(Clause part) -> "not " + enclosed(part);
            case Clause.Nested(Literal path, Clause part) -> print(path) + ": { " + print(part) + " }";
        };
    }

    private static String joined(List<Clause> parts, String keyword) {
        return parts.stream().map(Printer::enclosed).collect(Collectors.joining(keyword));
    }

    private static String enclosed(Clause clause) {
        return switch (clause) {
            case Clause.And and -> "(" + print(and) + ")";
            case Clause.Or or -> "(" + print(or) + ")";
            case Clause.Everything ignored -> "*";
            case Clause.Text text -> print(text);
            case Clause.Is is -> print(is);
            case Clause.Range range -> print(range);
            case Clause.Not not -> print(not);
            case Clause.Nested nested -> print(nested);
        };
    }

    private static String print(Literal literal) {
        if (literal.quoted()) {
            return "\"" + literal.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return literal.pieces().stream().map(Printer::escaped).collect(Collectors.joining("*"));
    }

    private static String escaped(String piece) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            char character = piece.charAt(i);
            if (Scanner.isSpecial(character)) {
                text.append('\\').append(character);
            } else if (Scanner.isSpace(character)) {
                text.append(character == ' ' ? " " : "\\u%04x".formatted((int) character));
            } else {
                text.append(character);
            }
        }
        return WORDS.matcher(text)
                .replaceAll(word -> Scanner.isKeyword(word.group())
                        ? "\\\\u%04x".formatted((int) word.group().charAt(0))
                                + word.group().substring(1)
                        : word.group());
    }
}
