package dev.binnacle.portal.access;

import java.util.Locale;

/** A name to sign in with: at most 63 of a to z, 0 to 9, dot, dash and underscore, the first a letter or digit. */
public record AccountName(String value) {

    /** As browsers check it before they send the form. */
    public static final String PATTERN = "[a-z0-9][a-z0-9._\\-]{0,62}";

    public AccountName {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    public boolean isValid() {
        return value.matches(PATTERN);
    }
}
