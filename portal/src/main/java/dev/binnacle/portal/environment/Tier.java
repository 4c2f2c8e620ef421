package dev.binnacle.portal.environment;

/** How much care an environment asks for. */
public enum Tier {
    DEVELOPMENT,
    TEST,
    STAGING,
    PRODUCTION;

    /** @return the value of {@code data-tier}, and the word on pages in lower case */
    public String token() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return the tier as a word of its own: "Production" */
    public String label() {
        return name().charAt(0) + token().substring(1);
    }
}
