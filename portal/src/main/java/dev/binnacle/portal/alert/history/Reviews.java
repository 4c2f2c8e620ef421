package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes reviews, two at a time: each counts with three queries at once, and those of many would take all connections
 * to PostgreSQL.
 */
@Component
class Reviews {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final ReviewRecords records;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Autowired
    Reviews(ReviewRecords records) {
        this(records, PATIENCE);
    }

    Reviews(ReviewRecords records, Duration patience) {
        this.records = records;
        this.patience = patience;
    }

    /**
     * @param sets the ids of the labels that are looked at; null for all
     * @param blind for how long not all alerts could be seen
     * @throws Unavailable where none of the reviews before it ends within nine seconds
     */
    Review review(EnvironmentId environment, Period period, Long @Nullable [] sets, Duration blind) {
        enter();
        try {
            var now = asked(() -> records.figures(environment, period, sets));
            var before = asked(() -> records.figures(environment, period.before(), sets));
            var hours = asked(() -> records.hours(environment, period, sets));
            CompletableFuture.allOf(now, before, hours).join();
            return new Review(
                    now.join().getFirst(),
                    names(now.join()),
                    before.join().getFirst(),
                    names(before.join()).stream().collect(Collectors.toMap(Figures::name, Function.identity())),
                    hours.join(),
                    blind);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("PostgreSQL", "Others look back as well. Try again in a moment.", null);
    }

    private static <T> CompletableFuture<T> asked(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
    }

    private static List<Figures> names(List<Figures> figures) {
        return figures.subList(1, figures.size());
    }
}
