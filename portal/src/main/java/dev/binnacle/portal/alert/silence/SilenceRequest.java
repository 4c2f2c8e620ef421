package dev.binnacle.portal.alert.silence;

import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody asks to be muted.
 *
 * @param token of the form, so that a form sent twice is one request
 * @param account who asks
 * @param comment why; never empty
 */
public record SilenceRequest(
        UUID token, String account, Matchers matchers, Instant startsAt, Instant endsAt, String comment) {

    public SilenceRequest {
        if (comment.isBlank()) {
            throw new IllegalArgumentException("A silence needs a comment");
        }
        if (!endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("A silence that ends at " + endsAt + " cannot start at " + startsAt);
        }
    }
}
