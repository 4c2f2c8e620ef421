package dev.binnacle.portal.log.query;

import dev.binnacle.portal.log.query.Clause.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Recursive descent over a query: {@code or} binds weaker than {@code and}, that weaker than {@code not}. */
final class Parser {

    private static final String CLAUSE = "a value, field: value, not or (";
    private static final String VALUE = "a value, a phrase in quotes or *";

    private final Scanner scanner;
    private int depth;

    Parser(Scanner scanner) {
        this.scanner = scanner;
    }

    Clause query() throws Misplaced {
        scanner.skipSpace();
        if (scanner.ended()) {
            return new Clause.Everything();
        }
        Clause clause = or(null);
        if (!scanner.ended()) {
            throw new Misplaced(scanner.position(), unexpected());
        }
        return clause;
    }

    /** @param field the field whose values are listed here; null outside of such a list */
    private Clause or(@Nullable Literal field) throws Misplaced {
        return joined("or", () -> and(field), Clause.Or::new);
    }

    private Clause and(@Nullable Literal field) throws Misplaced {
        return joined("and", () -> not(field), Clause.And::new);
    }

    private Clause joined(String keyword, Part part, Function<List<Clause>, Clause> join) throws Misplaced {
        List<Clause> parts = new ArrayList<>();
        do {
            parts.add(part.read());
            scanner.skipSpace();
        } while (scanner.takeKeyword(keyword));
        return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
    }

    private Clause not(@Nullable Literal field) throws Misplaced {
        int start = scanner.position();
        if (scanner.takeKeyword("not")) {
            return new Clause.Not(deeper(start, () -> not(field)));
        }
        if (scanner.take("(")) {
            return deeper(start, () -> closed(start, field, ")", "parenthesis"));
        }
        return field == null ? expression() : new Clause.Is(field, Literals.read(scanner, VALUE));
    }

    private Clause closed(int start, @Nullable Literal field, String end, String name) throws Misplaced {
        scanner.skipSpace();
        Clause clause = or(field);
        if (scanner.ended()) {
            throw new Misplaced(start, "This " + name + " is never closed; add " + end + " where it ends.");
        }
        if (!scanner.take(end)) {
            throw new Misplaced(scanner.position(), unexpected());
        }
        return clause;
    }

    private Clause expression() throws Misplaced {
        Literal literal = Literals.read(scanner, CLAUSE);
        scanner.skipSpace();
        int start = scanner.position();
        if (scanner.take(":")) {
            scanner.skipSpace();
            int opening = scanner.position();
            if (scanner.take("{")) {
                return new Clause.Nested(literal, deeper(start, () -> closed(opening, null, "}", "brace")));
            }
            return scanner.take("(")
                    ? deeper(start, () -> closed(scanner.position() - 1, literal, ")", "parenthesis"))
                    : new Clause.Is(literal, Literals.read(scanner, VALUE));
        }
        for (Bound bound : List.of(Bound.AT_MOST, Bound.AT_LEAST, Bound.BELOW, Bound.ABOVE)) {
            if (scanner.take(bound.sign())) {
                scanner.skipSpace();
                return range(literal, bound);
            }
        }
        return new Clause.Text(literal);
    }

    private Clause range(Literal field, Bound bound) throws Misplaced {
        int start = scanner.position();
        Literal value = Literals.read(scanner, "a number, a date or a word");
        if (value.hasWildcard()) {
            throw new Misplaced(start, "A range has no wildcard; write a number, a date or a word.");
        }
        return new Clause.Range(field, bound, value);
    }

    private Clause deeper(int start, Part part) throws Misplaced {
        if (++depth > Kql.MAX_DEPTH) {
            throw new Misplaced(start, "The query is nested deeper than " + Kql.MAX_DEPTH + " levels.");
        }
        Clause clause = part.read();
        depth--;
        return clause;
    }

    private String unexpected() {
        return switch (scanner.peek()) {
            case ')' -> "This parenthesis closes nothing; remove it, or open one before it.";
            case '}' -> "This brace closes nothing; remove it, or open one after a field's colon.";
            case ':' -> "A field name is expected before the colon; put text with a colon in quotes.";
            default -> "Expected and, or, ) or the end here; put text with special characters in quotes.";
        };
    }

    /** Reads one part of the query. */
    private interface Part {
        Clause read() throws Misplaced;
    }
}
