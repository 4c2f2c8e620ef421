package dev.binnacle.portal.alert.maintenance;

import java.util.Locale;

/** What became of an occurrence that is not only to come. */
public enum OccurrenceState {
    BEGUN,
    SKIPPED,
    ENDED;

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OccurrenceState of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
