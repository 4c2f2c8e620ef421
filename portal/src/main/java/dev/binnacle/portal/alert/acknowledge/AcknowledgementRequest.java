package dev.binnacle.portal.alert.acknowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param fingerprints of alerts
 * @param account who asks
 * @param assignee who is to look after them
 * @param until when it ends at the latest; null where it lasts until each alert resolves
 */
public record AcknowledgementRequest(
        List<String> fingerprints,
        String account,
        String assignee,
        String note,
        @Nullable Instant until) {

    public AcknowledgementRequest {
        fingerprints = List.copyOf(fingerprints);
    }
}
