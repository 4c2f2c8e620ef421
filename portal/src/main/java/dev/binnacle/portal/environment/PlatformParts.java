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
     * @param state "building", "starting", "ready" or "failed"
     * @param since when the state began, in ISO 8601
     * @param detail a sentence; empty where the state says it all
     * @param progress per cent, or as the part counts; empty where not known
     */
    record Part(String name, String state, String since, String detail, String progress) {}
}
