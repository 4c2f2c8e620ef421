package dev.binnacle.portal.cluster;

import org.jspecify.annotations.Nullable;

/** Keeps of an object what the model needs. */
@FunctionalInterface
interface Projection<T> {

    /** @return the compact record; null where the object does not concern the model */
    @Nullable
    T project(Item item, Interner interner);
}
