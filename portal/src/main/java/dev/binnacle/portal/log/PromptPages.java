package dev.binnacle.portal.log;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.LazyContextVariable;

/** Log pages that come within a second and a half, however slow Elasticsearch is. */
@Component
class PromptPages {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final LogSearches searches;
    private final PendingSearches pending;
    private final Permissions permissions;
    private final Clock clock;

    PromptPages(LogSearches searches, PendingSearches pending, Permissions permissions, Clock clock) {
        this.searches = searches;
        this.pending = pending;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * Begins to search, so that what stands above the verdict is written meanwhile.
     *
     * @param ticket of a search that an earlier page began; any other begins a new one
     * @return the page, for which the template waits; where Elasticsearch takes longer, one that says so and asks again
     *     by itself
     */
    LazyContextVariable<LogView> page(Environment environment, Asked asked, String ticket) {
        var key = new PendingSearches.Key(
                permissions.account(), ticket.isEmpty() ? UUID.randomUUID().toString() : ticket);
        FutureTask<LogView> search = pending.asked(key).orElseGet(() -> begun(environment, asked));
        return new LazyContextVariable<>() {
            @Override
            protected LogView loadValue() {
                return answered(environment, asked, search, key);
            }
        };
    }

    /** Stops the search of an earlier page, in Elasticsearch too. */
    LogView cancelled(Environment environment, Asked asked, String ticket) {
        pending.cancel(new PendingSearches.Key(permissions.account(), ticket));
        return cancelled(environment, asked);
    }

    private LogView cancelled(Environment environment, Asked asked) {
        return without(
                environment,
                asked.with(Asked.REFRESH, ""),
                Nothing.found(
                        "The search was cancelled.",
                        "Elasticsearch does not look for these lines any more.",
                        "Search again",
                        asked.link(environment.name())));
    }

    private FutureTask<LogView> begun(Environment environment, Asked asked) {
        var search = new FutureTask<>(() -> searches.page(environment, asked));
        Thread.ofVirtual().name("log-search").start(search);
        return search;
    }

    private LogView answered(
            Environment environment, Asked asked, FutureTask<LogView> search, PendingSearches.Key key) {
        try {
            LogView view = search.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            pending.ended(key);
            return view;
        } catch (TimeoutException _) {
            pending.left(key, search);
            return slow(environment, asked, key.ticket());
        } catch (CancellationException _) {
            return cancelled(environment, asked);
        } catch (ExecutionException failure) {
            pending.ended(key);
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            search.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("Elasticsearch of " + environment.name(), "The search was given up.", interrupted);
        }
    }

    private LogView slow(Environment environment, Asked asked, String ticket) {
        String link = Links.with(asked.link(environment.name()), List.of("wait", ticket));
        return without(
                environment,
                asked,
                Nothing.slow("Elasticsearch of " + environment.name() + " has not answered within 1.5 s.", link));
    }

    private LogView without(Environment environment, Asked asked, Nothing nothing) {
        LogPageWriting writing = new LogPageWriting(environment, asked, clock.instant());
        try {
            return writing.without(TimeRange.of(asked, clock.instant()), nothing);
        } catch (InvalidTime invalid) {
            return writing.outOfTime(invalid.sentence());
        }
    }
}
