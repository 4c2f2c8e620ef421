package dev.binnacle.portal.administration;

import dev.binnacle.portal.access.Token;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A token as its page shows it. */
record TokenRow(Token token, Status status, String state) {

    private static final Duration SOON = Duration.ofDays(14);

    static TokenRow of(Token token, Instant now) {
        if (token.expired(now)) {
            return new TokenRow(token, Status.CRITICAL, "Expired");
        }
        return token.expired(now.plus(SOON))
                ? new TokenRow(token, Status.WARNING, "Expires soon")
                : new TokenRow(token, Status.OK, "Valid");
    }

    static Verdict verdict(List<TokenRow> all) {
        long expired = all.stream().filter(row -> row.status == Status.CRITICAL).count();
        long soon = all.stream().filter(row -> row.status == Status.WARNING).count();
        if (all.isEmpty()) {
            return new Verdict(Status.OK, "No program may use the API.");
        }
        String says = all.size() == 1 ? "1 program may use the API" : all.size() + " programs may use the API";
        return expired + soon == 0
                ? new Verdict(Status.OK, says + ".")
                : new Verdict(
                        expired > 0 ? Status.CRITICAL : Status.WARNING,
                        says + "; " + expired + " expired, " + soon + " within 14 days.",
                        "Make a new one before, give it to the program, then revoke the old one.");
    }
}
