package dev.binnacle.portal.access;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, with what they may do.
 *
 * @param name in lower case, fixed at creation
 * @param grants the role by environment name; {@value #EVERYWHERE} stands for every environment
 */
public record Account(
        String name, boolean disabled, boolean mustChangePassword, Instant createdAt, SortedMap<String, Role> grants) {

    /** In the place of an environment's name: all of them, also those to come. */
    public static final String EVERYWHERE = "*";

    public Account {
        grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
    }

    /** @return whether the account holds the role, or one that includes it, in that environment */
    public boolean holds(Role role, String environment) {
        return includes(grants.get(EVERYWHERE), role) || includes(grants.get(environment), role);
    }

    /** @return whether the account is an administrator of everything */
    public boolean administers() {
        return includes(grants.get(EVERYWHERE), Role.ADMINISTRATOR);
    }

    private static boolean includes(@Nullable Role held, Role needed) {
        return held != null && held.includes(needed);
    }
}
