package dev.binnacle.portal.log.query;

import java.util.List;

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

    /** @return both, without a needless level where one is everything */
    default Clause and(Clause other) {
        if (this instanceof Everything) {
            return other;
        }
        if (this instanceof And(List<Clause> parts)) {
            return new And(java.util.stream.Stream.concat(parts.stream(), java.util.stream.Stream.of(other))
                    .toList());
        }
        return new And(List.of(this, other));
    }
}
