package dev.binnacle.portal.alert.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How many reviews are made at once, over records that wait. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReviewsTests {

    private static final Period PERIOD =
            new Period(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private static final EnvironmentId ENVIRONMENT = new EnvironmentId(UUID.randomUUID());

    private final Waiting records = new Waiting();
    private final Reviews reviews = new Reviews(records, Duration.ofMillis(100));

    @Test
    void itsThreeQueriesAreAskedAtOnce() {
        CompletableFuture<Review> review = begun();
        records.awaitAsked(3);
        records.answers.release(3);
        assertThat(review.join().all().fired()).isEqualTo(7);
        assertThat(review.join().names()).isEmpty();
    }

    @Test
    void aThirdReviewIsRefusedUntilOneEnds() {
        CompletableFuture<Review> first = begun();
        CompletableFuture<Review> second = begun();
        records.awaitAsked(6);
        assertThatThrownBy(this::review)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Others look back as well");
        records.answers.release(9);
        first.join();
        second.join();
        assertThat(review().hours()).isEmpty();
    }

    @Test
    void aQueryThatTakesTooLongIsTheReviewsFailureAndGivesItsPlaceBack() {
        records.failure = new QueryTimeoutException("too long");
        records.answers.release(9);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::review).isSameAs(records.failure);
        }
    }

    private CompletableFuture<Review> begun() {
        return CompletableFuture.supplyAsync(this::review, Thread::startVirtualThread);
    }

    private Review review() {
        return reviews.review(ENVIRONMENT, PERIOD, null, Duration.ZERO);
    }

    /** Answers when it is let. */
    private static final class Waiting extends ReviewRecords {
        private final Semaphore asked = new Semaphore(0);
        private final Semaphore answers = new Semaphore(0);
        private volatile @Nullable RuntimeException failure;

        Waiting() {
            super(JdbcClient.create(new DriverManagerDataSource()));
        }

        void awaitAsked(int queries) {
            asked.acquireUninterruptibly(queries);
        }

        @Override
        List<Figures> figures(EnvironmentId environment, Period period, Long @Nullable [] sets) {
            answer();
            return List.of(new Figures("", 7, 1, 0, null, 0, null, 0, 0));
        }

        @Override
        List<List<Long>> hours(EnvironmentId environment, Period period, Long @Nullable [] sets) {
            answer();
            return List.of();
        }

        private void answer() {
            asked.release();
            answers.acquireUninterruptibly();
            RuntimeException thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
        }
    }
}
