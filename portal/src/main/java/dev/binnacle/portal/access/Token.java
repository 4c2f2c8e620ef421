package dev.binnacle.portal.access;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows instead of signing in. Its secret is kept nowhere.
 *
 * @param name unique, in the form of an {@link AccountName}
 * @param environment the only one in which it is good for anything
 * @param role viewer or operator
 * @param lastUsedAt to the minute; null before its first use
 */
public record Token(
        String name,
        String environment,
        Role role,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** Before the name of who acts by a token: no account that signs in can have a slash in its name. */
    private static final String ACTOR = "token/";

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** @return as whom the program acts */
    Account account() {
        return new Account(ACTOR + name, false, false, createdAt, new TreeMap<>(Map.of(environment, role)));
    }

    /** Whether somebody acts by a token, and not by signing in. */
    static boolean isOf(Account account) {
        return account.name().startsWith(ACTOR);
    }
}
