package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.matcher.Matchers;
import java.util.UUID;

/**
 * What somebody asks to be muted again and again.
 *
 * @param token of the form, so that a form sent twice makes one window
 * @param account who asks
 * @param comment why; never empty
 */
public record MaintenanceRequest(UUID token, String account, Matchers matchers, Recurrence recurrence, String comment) {

    public MaintenanceRequest {
        if (comment.isBlank()) {
            throw new IllegalArgumentException("A maintenance window needs a comment");
        }
    }
}
