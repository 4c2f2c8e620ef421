package dev.binnacle.portal.web;

/**
 * An environment, as far as the frame of a page needs it.
 *
 * @param name as in links
 * @param tier "production", "staging", "test" or "development"
 * @param sandbox whether it is the embedded platform; pages say so
 */
public record Scope(String name, String tier, boolean sandbox) {

    /** @return the tier as a word of its own: "Production" */
    public String tierLabel() {
        return tier.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + tier.substring(1);
    }
}
