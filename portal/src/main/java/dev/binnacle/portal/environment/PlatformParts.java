package dev.binnacle.portal.environment;

import java.util.List;

/** The parts of the platform that {@code make run} starts beside the portal, as the overview shows them. */
public interface PlatformParts {

    /** Returns them in the order of their start; none where the portal runs on its own. */
    List<Part> parts();

    /**
     * A part of the platform.
     *
     * @param name as in "Kubernetes"
     * @param state "waiting", "building", "starting", "ready", "stopped" or "failed"
     * @param since when the state began, in ISO 8601
     * @param detail a sentence; empty where the state says it all
     * @param progress as in "40 %"; empty where not known
     */
    record Part(String name, String state, String since, String detail, String progress) {}
}
