package dev.binnacle.portal.delivery.plan;

import tools.jackson.databind.JsonNode;

/** What the API server answered to a patch. */
public sealed interface Answer {
    /** @param object as it is, or with a dry run would be, after the patch */
    record Accepted(JsonNode object) implements Answer {}

    /**
     * Not allowed, not valid, or refused by admission or a quota.
     *
     * @param says by whom and why, for a reader
     */
    record Refused(String says) implements Answer {}

    /** The object is not what the patch was made for any more. */
    record Outdated() implements Answer {}

    record Gone() implements Answer {}
}
