package dev.binnacle.portal.alert;

import dev.binnacle.portal.web.Status;
import java.util.Locale;

/** How much an alert matters, read from its label {@code severity}; the worst first. */
public enum Severity {
    CRITICAL(Status.CRITICAL),
    WARNING(Status.WARNING),
    INFO(Status.UNKNOWN),
    /** It has no such label, or one with another word. */
    OTHER(Status.UNKNOWN);

    private final Status status;

    Severity(Status status) {
        this.status = status;
    }

    static Severity of(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "critical", "page", "error", "high", "emergency" -> CRITICAL;
            case "warning", "warn", "medium" -> WARNING;
            case "info", "informational", "notice", "low" -> INFO;
            default -> OTHER;
        };
    }

    public Status status() {
        return status;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
