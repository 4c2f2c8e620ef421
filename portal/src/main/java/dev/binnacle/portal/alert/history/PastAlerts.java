package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds single alerts of the history. */
@Service
public class PastAlerts {

    private final LabelSets labelSets;
    private final PastRecords records;

    PastAlerts(LabelSets labelSets, PastRecords records) {
        this.labelSets = labelSets;
        this.records = records;
    }

    /** @return the alert of that fingerprint that began then; its last one where no time is given */
    public Optional<Past> find(Environment environment, String fingerprint, @Nullable Instant began) {
        return labelSets.last(environment.id(), fingerprint).flatMap(last -> {
            Instant at = began == null ? last.firedAt() : began.truncatedTo(ChronoUnit.MICROS);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(last.firedAt())) {
                return Optional.empty();
            }
            Period moment = new Period(at, at.plus(1, ChronoUnit.MICROS), ZoneOffset.UTC);
            return records.list(environment.id(), moment, new Long[] {last.id()}, 1).stream()
                    .findFirst();
        });
    }
}
