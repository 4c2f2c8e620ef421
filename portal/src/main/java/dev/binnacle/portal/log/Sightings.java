package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells other rooms how far a line has come. Takes and throws what {@link Logs} does. */
@Component
public class Sightings {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final LogStore store;
    private final Clock clock;

    Sightings(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Looks for a line by a word that no other line has.
     *
     * @param since about when it was written; clocks may differ by five minutes
     */
    public Sighting of(Environment environment, String word, Instant since) {
        Search search = new Search(
                new Clause.Text(Literal.phrase(word)),
                null,
                since.minus(CLOCKS_DIFFER),
                clock.instant().plus(CLOCKS_DIFFER),
                true);
        if (!Logs.found(environment, store.last(environment, search, 1), Lines.NONE)
                .lines()
                .isEmpty()) {
            return Sighting.VISIBLE;
        }
        return Logs.found(environment, store.outOfScope(environment, search), false)
                ? Sighting.ELSEWHERE
                : Sighting.NOWHERE;
    }
}
