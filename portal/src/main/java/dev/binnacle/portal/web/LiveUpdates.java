package dev.binnacle.portal.web;

import java.util.Set;

/**
 * Tells open pages that something which they show has changed. The browser then fetches the fragments that changed;
 * nothing but the topics' names travels. A page hears of a change at once, and of many at most four times a second.
 */
public interface LiveUpdates {

    /** As {@link #changed(String, Set)}, with one topic. */
    default void changed(String environment, String topic) {
        changed(environment, Set.of(topic));
    }

    /**
     * Tells every open page of the environment that shows one of the topics. Cheap and never blocking.
     *
     * @param environment the environment's name
     * @param topics what changed, each as in {@code data-live} of a fragment: "alerts", "workload/shop/deployment/echo"
     */
    void changed(String environment, Set<String> topics);
}
