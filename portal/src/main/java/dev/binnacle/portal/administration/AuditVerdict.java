package dev.binnacle.portal.administration;

import dev.binnacle.portal.audit.AuditCheck.Finding;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Times;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in words what the last check of the trail found. */
@Component
class AuditVerdict {

    private static final String SEALED =
            "Each entry is sealed with the one before it, so a changed or missing one would show.";

    private final Times times;

    AuditVerdict(Times times) {
        this.times = times;
    }

    Verdict of(Optional<Finding> finding, long entries, Optional<Instant> first) {
        if (finding.isEmpty()) {
            return new Verdict(
                    Status.UNKNOWN,
                    "%,d entries; not checked yet since Binnacle started.".formatted(entries),
                    SEALED + " The trail is checked every hour.");
        }
        String since = first.map(times::at).orElse("its beginning");
        return switch (finding.get()) {
            case Finding.Unbroken(long checked, Instant at) ->
                new Verdict(
                        Status.OK,
                        "The trail is unbroken since %s: %,d entries; last checked at %s, and every seal matched."
                                .formatted(since, checked, times.at(at)),
                        SEALED + newer(entries - checked));
            case Finding.Broken(long after, Instant at) ->
                new Verdict(
                        Status.CRITICAL,
                        "The trail is broken after entry %,d: what follows was changed, removed or added later."
                                .formatted(after),
                        "Seen at %s. Compare with a backup of the database, and find out who could write to it."
                                .formatted(times.at(at)));
        };
    }

    private static String newer(long entries) {
        return entries <= 0 ? "" : " %,d newer ones are checked within the hour.".formatted(entries);
    }
}
