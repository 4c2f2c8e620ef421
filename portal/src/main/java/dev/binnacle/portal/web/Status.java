package dev.binnacle.portal.web;

/** How something is, as every page shows it: a colour, an icon of its own outline, and a word beside it. */
public enum Status {
    OK,
    PROGRESS,
    PAUSED,
    SILENCED,
    UNKNOWN,
    WARNING,
    CRITICAL;

    /** @return the value of {@code data-status} and the name of the icon */
    public String token() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return whichever of the two needs a person sooner */
    public Status worse(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
