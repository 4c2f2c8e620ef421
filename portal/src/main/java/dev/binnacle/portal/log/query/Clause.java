package dev.binnacle.portal.log.query;

import java.util.List;
import java.util.stream.Stream;

/** A query, or a part of one. */
public sealed interface Clause {

    /** Every line: what an empty box asks for. */
    record Everything() implements Clause {}

    /** Words or a phrase, in any field. */
    record Text(Literal value) implements Clause {}

    /** A value in the fields that the name fits; the value {@code *} asks whether the field is there. */
    record Is(Literal field, Literal value) implements Clause {}

    record Range(Literal field, Bound bound, Literal value) implements Clause {}

    record And(List<Clause> parts) implements Clause {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Clause> parts) implements Clause {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Clause part) implements Clause {}

    /** What one object of a list of objects fits; fields in the part are named from it on. */
    record Nested(Literal path, Clause part) implements Clause {}

    /** How a range compares. */
    enum Bound {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">=");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** @return the names of fields that it asks for, as they were written */
    default Stream<Literal> fields() {
        return switch (this) {
            case Everything() -> Stream.empty();
            case Text(Literal ignored) -> Stream.empty();
            case Is(Literal field, Literal ignored) -> Stream.of(field);
            case Range(Literal field, Bound ignored, Literal value) -> Stream.of(field);
            case And(List<Clause> parts) -> parts.stream().flatMap(Clause::fields);
            case Or(List<Clause> parts) -> parts.stream().flatMap(Clause::fields);
            case Not(Clause part) -> part.fields();
            case Nested(Literal path, Clause part) -> part.fields().map(path::below);
        };
    }

    /** @return both, without a needless level where one is everything */
    default Clause and(Clause other) {
        if (this instanceof Everything) {
            return other;
        }
        if (this instanceof And(List<Clause> parts)) {
            return new And(Stream.concat(parts.stream(), Stream.of(other)).toList());
        }
        return new And(List.of(this, other));
    }
}
