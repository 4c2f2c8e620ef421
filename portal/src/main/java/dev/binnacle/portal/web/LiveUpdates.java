package dev.binnacle.portal.web;

/**
 * Tells open pages that something which they show has changed. The browser then fetches the fragment that changed, at
 * most once a second; nothing but the topic's name travels.
 */
public interface LiveUpdates {

    /**
     * Tells every open page of the environment. Cheap and never blocking: many calls within the same second become
     * one event for each browser.
     *
     * @param environment the environment's name
     * @param topic what changed, as in {@code data-live} of the fragment: "workloads", "operations", "alerts"
     */
    void changed(String environment, String topic);
}
