package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.Account;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An account as its pages show it. */
record AccountRow(String name, Status status, String state, boolean disabled, Instant createdAt, List<Grant> grants) {

    static AccountRow of(Account account) {
        return new AccountRow(
                account.name(),
                account.disabled() ? Status.PAUSED : account.mustChangePassword() ? Status.UNKNOWN : Status.OK,
                account.disabled() ? "Disabled" : account.mustChangePassword() ? "One-time password" : "Active",
                account.disabled(),
                account.createdAt(),
                account.grants().entrySet().stream()
                        .map(grant -> new Grant(grant.getKey(), place(grant.getKey()), word(grant.getValue())))
                        .toList());
    }

    private static String place(String environment) {
        return environment.equals(Account.EVERYWHERE) ? "every environment" : environment;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    record Grant(String environment, String place, String role) {
        public String says() {
            return role + " of " + place;
        }
    }
}
