package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds single alerts of the history, and those that began in a short time. */
@Service
public class PastAlerts {

    private static final ZoneOffset ZONE = ZoneOffset.UTC;

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
            Period moment = new Period(at, at.plus(1, ChronoUnit.MICROS), ZONE);
            return records.list(environment.id(), moment, new Long[] {last.id()}, 1).stream()
                    .findFirst();
        });
    }

    /**
     * Takes at most a second.
     *
     * @param to the moment after the last
     * @return those that began in that time, the newest first
     * @throws QueryTimeoutException where it would take longer
     */
    @Transactional(readOnly = true, timeout = 1)
    public List<Past> began(Environment environment, Instant from, Instant to, int most) {
        return records.list(environment.id(), new Period(from, to, ZONE), null, most);
    }

    /**
     * As the other, of those in a namespace whose labels fit.
     *
     * @param namespace the value of their label
     */
    @Transactional(readOnly = true, timeout = 1)
    public List<Past> began(
            Environment environment,
            String namespace,
            Predicate<Map<String, String>> fit,
            Instant from,
            Instant to,
            int most) {
        Long[] sets = labelSets.matching(environment.id(), Map.of("namespace", namespace), fit, from);
        return sets.length == 0 ? List.of() : records.list(environment.id(), new Period(from, to, ZONE), sets, most);
    }
}
