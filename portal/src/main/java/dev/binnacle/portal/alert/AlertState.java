package dev.binnacle.portal.alert;

import java.util.Locale;

/** What an alert does now, the loudest first. */
public enum AlertState {
    FIRING,
    /** Its expression holds, but not yet for long enough; only Prometheus knows of it. */
    PENDING,
    SILENCED,
    /** Held back by another alert, by a rule of Alertmanager's configuration. */
    INHIBITED,
    /** Held back by a time interval of Alertmanager's routes. */
    MUTED;

    /** @return the word for it on pages and in addresses */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether somebody is told of it, or will be */
    public boolean loud() {
        return this == FIRING || this == PENDING;
    }
}
