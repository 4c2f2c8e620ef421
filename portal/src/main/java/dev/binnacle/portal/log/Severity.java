package dev.binnacle.portal.log;

import org.jspecify.annotations.Nullable;

/** What the words for levels come down to. */
enum Severity {
    ERROR("critical"),
    WARNING("warning"),
    OTHER(null);

    private final @Nullable String status;

    Severity(@Nullable String status) {
        this.status = status;
    }

    /** @return the value of {@code data-status}; null for none */
    @Nullable
    String status() {
        return status;
    }

    /** @param level in lower case */
    static Severity of(String level) {
        return switch (level) {
            case "error", "err", "fatal", "critical", "crit", "panic", "alert", "emergency", "severe" -> ERROR;
            case "warn", "warning" -> WARNING;
            default -> OTHER;
        };
    }
}
