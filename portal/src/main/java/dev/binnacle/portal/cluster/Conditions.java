package dev.binnacle.portal.cluster;

import java.util.List;

/** Reads the conditions in an object's status. */
final class Conditions {

    private Conditions() {}

    static List<Condition> of(Item status, Interner interner) {
        List<Condition> read = status.list("conditions").stream()
                .map(condition -> new Condition(
                        interner.same(condition.text("type")),
                        interner.same(condition.text("status", "Unknown")),
                        interner.same(condition.text("reason")),
                        interner.same(condition.text("message")),
                        condition.time("lastTransitionTime")))
                .toList();
        return read.isEmpty() ? List.of() : List.copyOf(read);
    }
}
