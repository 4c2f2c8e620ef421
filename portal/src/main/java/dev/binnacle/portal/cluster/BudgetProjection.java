package dev.binnacle.portal.cluster;

/** Keeps the compact record of a PodDisruptionBudget. */
final class BudgetProjection implements Projection<DisruptionBudget> {

    @Override
    public DisruptionBudget project(Item item, Interner interner) {
        Item metadata = item.at("metadata");
        Item spec = item.at("spec");
        Item status = item.at("status");
        return new DisruptionBudget(
                interner.same(metadata.text("namespace")),
                metadata.text("name"),
                interner.same(spec.written("minAvailable")),
                interner.same(spec.written("maxUnavailable")),
                spec.at("selector").texts("matchLabels", interner),
                status.number("expectedPods", 0),
                status.number("desiredHealthy", 0),
                status.number("currentHealthy", 0),
                status.number("disruptionsAllowed", 0),
                Conditions.of(status, interner));
    }
}
