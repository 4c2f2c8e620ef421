package dev.binnacle.portal.environment;

import dev.binnacle.portal.problem.NotFound;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The records in memory: read again after every change here and every two seconds for those on other replicas, and kept
 * as they were while PostgreSQL does not answer. Tells the other rooms what changed.
 */
@Service
class EnvironmentDirectory implements Environments {

    private static final Logger log = LoggerFactory.getLogger(EnvironmentDirectory.class);

    private final EnvironmentRecords records;
    private final ApplicationEventPublisher events;
    private volatile List<Environment> known = List.of();

    EnvironmentDirectory(EnvironmentRecords records, ApplicationEventPublisher events) {
        this.records = records;
        this.events = events;
    }

    @Override
    public List<Environment> all() {
        return known;
    }

    @Override
    public Environment named(String name) {
        return known.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no environment of that name, or you may not see it."));
    }

    /** Reads the records and publishes an {@link EnvironmentChanged} for each that is new, other or gone. */
    synchronized void refresh() {
        List<Environment> before = known;
        List<Environment> now = records.all();
        known = now;
        Set<Environment> changed = new HashSet<>(before);
        changed.addAll(now);
        changed.removeIf(environment -> before.contains(environment) && now.contains(environment));
        changed.stream()
                .map(environment -> new EnvironmentChanged(environment.id(), environment.name()))
                .distinct()
                .forEach(events::publishEvent);
    }

    @Scheduled(fixedDelay = 2_000)
    void refreshFromOtherReplicas() {
        try {
            refresh();
        } catch (DataAccessException unavailable) {
            log.warn("The environment records cannot be read; the last known ones stay", unavailable);
        }
    }
}
