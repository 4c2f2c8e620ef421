package dev.binnacle.portal.alert.silence;

import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody asks to be muted.
 *
 * @param token of the form, so that a form sent twice is one request
 * @param replaces the id of the silence that this takes the place of; empty for a further one
 * @param account who asks
 * @param comment why; never empty
 */
public record SilenceRequest(
        UUID token,
        String replaces,
        String account,
        Matchers matchers,
        Instant startsAt,
        Instant endsAt,
        String comment) {

    public SilenceRequest {
        if (comment.isBlank()) {
            throw new IllegalArgumentException("A silence needs a comment");
        }
        if (!endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("A silence that ends at " + endsAt + " cannot start at " + startsAt);
        }
    }
}
