package dev.binnacle.portal.alert.acknowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looks after an alert. It mutes nothing.
 *
 * @param fingerprint of the alert
 * @param alertStartsAt tells the alert from the next one with the same labels
 * @param account who acknowledged it
 * @param assignee who looks after it, the same person or another one
 * @param until when it ends though the alert fires on; null where it lasts until the alert resolves
 * @param endedAt null while it was not ended; its time may be over nevertheless
 */
public record Acknowledgement(
        UUID id,
        String fingerprint,
        Instant alertStartsAt,
        String account,
        String assignee,
        String note,
        Instant at,
        @Nullable Instant until,
        @Nullable Instant endedAt) {

    private static final Duration SENT_AGAIN = Duration.ofMinutes(1);

    public boolean holds(Instant now) {
        return endedAt == null && (until == null || now.isBefore(until));
    }

    /** @return whether it says the same of the same alert, so that a form that is sent twice changes nothing */
    boolean saysAs(Acknowledgement other) {
        return fingerprint.equals(other.fingerprint)
                && alertStartsAt.equals(other.alertStartsAt)
                && account.equals(other.account)
                && assignee.equals(other.assignee)
                && note.equals(other.note)
                && endsAs(other);
    }

    /** The end of a form is counted from when it is sent, so that the same one sent twice differs a little. */
    private boolean endsAs(Acknowledgement other) {
        if (until == null || other.until == null) {
            return Objects.equals(until, other.until);
        }
        return Duration.between(until, other.until).abs().compareTo(SENT_AGAIN) < 0;
    }
}
