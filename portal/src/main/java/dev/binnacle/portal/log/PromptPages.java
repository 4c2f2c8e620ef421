package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.LazyContextVariable;

/** Log pages that come within a second and a half, however slow Elasticsearch is. */
@Component
class PromptPages {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final LogSearches searches;
    private final Clock clock;

    PromptPages(LogSearches searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * Begins to search, so that what stands above the verdict is written meanwhile.
     *
     * @return the page, for which the template waits; where Elasticsearch takes longer, one that says so and asks again
     *     by itself
     */
    LazyContextVariable<LogView> page(Environment environment, Asked asked) {
        var search = new FutureTask<>(() -> searches.page(environment, asked));
        Thread.ofVirtual().name("log-search").start(search);
        return new LazyContextVariable<>() {
            @Override
            protected LogView loadValue() {
                return answered(environment, asked, search);
            }
        };
    }

    private LogView answered(Environment environment, Asked asked, FutureTask<LogView> search) {
        try {
            return search.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return slow(environment, asked);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Elasticsearch of " + environment.name(), "The search was given up.", interrupted);
        } finally {
            search.cancel(true); // which stops the search in Elasticsearch, too
        }
    }

    private LogView slow(Environment environment, Asked asked) {
        List<String> waiting = Stream.concat(asked.parameters().stream(), Stream.of("wait", "true"))
                .toList();
        Nothing slow = Nothing.slow(
                "Elasticsearch of " + environment.name() + " has not answered within 1.5 s.",
                Links.with(Links.path("environments", environment.name(), "logs"), waiting));
        LogPageWriting writing = new LogPageWriting(environment, asked, clock.instant());
        try {
            return writing.without(TimeRange.of(asked, clock.instant()), slow);
        } catch (InvalidTime invalid) {
            return writing.outOfTime(invalid.sentence());
        }
    }
}
