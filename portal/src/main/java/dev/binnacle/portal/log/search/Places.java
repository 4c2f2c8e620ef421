package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How much one Elasticsearch is asked at once. Heavy searches wait for each other, so that the quick ones stay quick. */
final class Places {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore quick;
    private final Semaphore heavy;
    private final Bounds bounds;
    private final Failures failures;

    Places(Bounds bounds, Failures failures) {
        this.quick = new Semaphore(bounds.maxSearches());
        this.heavy = new Semaphore(bounds.maxHeavy(), true);
        this.bounds = bounds;
        this.failures = failures;
    }

    /** @throws dev.binnacle.portal.problem.Unavailable where no place becomes free within two seconds */
    <T> T with(Call<T> call) throws IOException {
        return with(
                quick, "already runs " + bounds.maxSearches() + " searches for Binnacle. Try again in a moment.", call);
    }

    /** As above, for a search. */
    <T> T with(@Nullable Query query, Call<T> search) throws IOException {
        if (query == null || !Weight.isHeavy(query)) {
            return with(search);
        }
        return with(
                heavy,
                "is busy with searches that look at many words, as this one does. Try again in a moment, or begin words"
                        + " with a letter.",
                search);
    }

    private <T> T with(Semaphore places, String refusal, Call<T> call) throws IOException {
        if (!entered(places)) {
            throw failures.unavailable(refusal, new IOException("No place is free"));
        }
        try {
            return call.answer();
        } finally {
            places.release();
        }
    }

    private static boolean entered(Semaphore places) {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks Elasticsearch something. */
    interface Call<T> {
        T answer() throws IOException, ElasticsearchException;
    }
}
