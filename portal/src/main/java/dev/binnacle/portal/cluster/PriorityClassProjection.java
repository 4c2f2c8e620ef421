package dev.binnacle.portal.cluster;

/** Keeps the compact record of a PriorityClass. */
final class PriorityClassProjection implements Projection<PriorityClass> {

    @Override
    public PriorityClass project(Item item, Interner interner) {
        return new PriorityClass(
                item.at("metadata").text("name"),
                item.number("value", 0),
                item.flag("globalDefault"),
                item.text("preemptionPolicy", "PreemptLowerPriority"),
                item.text("description"));
    }
}
