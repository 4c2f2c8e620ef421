package dev.binnacle.portal.log.archive;

import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Newest;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Restores that a test begins, waits for and looks at. */
record Restores(Restoring restoring, RestoreRecords records, LogStore store) {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration DAY = Duration.ofDays(1);

    UUID begun(Environment environment, Instant from, Instant to) {
        UUID id = UUID.randomUUID();
        restoring.begin(environment, id, from, to, DAY, "alice");
        return id;
    }

    Restore done(Environment environment, UUID id) {
        await().atMost(PATIENCE).until(() -> !now(environment, id).goesOn());
        return now(environment, id);
    }

    Restore now(Environment environment, UUID id) {
        return records.find(environment.id().value(), id).orElseThrow();
    }

    Newest found(Environment environment, Instant from, Instant to) {
        ArchivedPlatform.refresh();
        Search all = new Search(new Clause.Everything(), null, from, to, true);
        return store.newest(environment, all, from, 10) instanceof SearchOutcome.Found(Newest found)
                ? found
                : new Newest(List.of(), -1, 0, 0);
    }
}
