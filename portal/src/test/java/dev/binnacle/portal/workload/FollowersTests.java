package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.problem.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which logs are opened, and from where on. Each of them has one line. */
class FollowersTests {

    private static final Instant NOW = Instant.parse("2026-11-17T03:12:00Z");
    private static final Instant MARGIN = NOW.minusSeconds(10);
    private static final Container.State RUNS = new Container.Running(NOW);
    private static final Container.State BACKS_OFF = new Container.Waiting("CrashLoopBackOff", "");

    private final List<PodLogs.Wanted> asked = new CopyOnWriteArrayList<>();

    @Test
    void aRunThatEndedIsReadOnceAndSoIsTheNext() {
        try (Followers followers = followers(null)) {
            followers.follow(List.of());
            look(followers, pod("web", BACKS_OFF, 0, ended(NOW.plusSeconds(5))));
            look(followers, pod("web", ended(NOW.plusSeconds(5)), 0, null));
            assertThat(asked).containsExactly(wanted("web", false, false, MARGIN));

            look(followers, pod("web", RUNS, 1, ended(NOW.plusSeconds(5))));
            look(followers, pod("web", BACKS_OFF, 1, ended(NOW.plusSeconds(9))));
            assertThat(asked).containsExactly(wanted("web", false, false, MARGIN), wanted("web", false, true, MARGIN));
        }
    }

    @Test
    void aRunThatWasReplacedBetweenTwoLooksIsReadToo() {
        try (Followers followers = followers(null)) {
            followers.follow(List.of());
            look(followers, pod("web", RUNS, 1, ended(NOW.plusSeconds(5))));

            assertThat(asked)
                    .containsExactlyInAnyOrder(wanted("web", false, true, MARGIN), wanted("web", true, false, MARGIN));
        }
    }

    @Test
    void whatIsThereAtFirstShowsItsLastLinesAndWhatComesLaterAll() {
        Pod old = pod("old", RUNS, 1, ended(NOW.minusSeconds(60)));
        try (Followers followers = followers(null)) {
            look(followers, old);
            look(followers, old, pod("new", RUNS, 0, null));

            assertThat(asked).containsExactly(wanted("old", false, true, null), wanted("new", false, true, MARGIN));
        }
    }

    @Test
    void anEndIsShownAtFirstButNotAgainAfterAReconnection() {
        Pod ended = pod("web", BACKS_OFF, 3, ended(NOW.minusSeconds(60)));
        try (Followers followers = followers(null)) {
            look(followers, ended);
            assertThat(asked).containsExactly(wanted("web", false, false, null));
        }
        try (Followers followers = followers(NOW)) {
            look(followers, ended);
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void aContainerThatNeverRanHasNoLogUntilItRuns() {
        try (Followers followers = followers(null)) {
            look(followers, pod("web", new Container.Waiting("ContainerCreating", ""), 0, null));
            assertThat(asked).isEmpty();

            look(followers, pod("web", ended(NOW.plusSeconds(1)), 0, null));
            assertThat(asked).containsExactly(wanted("web", false, false, MARGIN));
        }
    }

    @Test
    void aLogThatDoesNotOpenIsTriedAFewTimesAndAnewOnceItsContainerRuns() {
        try (Followers followers = followers(null)) {
            followers.follow(List.of());
            for (int looks = 0; looks < 5; looks++) {
                look(followers, pod("absent", BACKS_OFF, 1, ended(NOW)));
            }
            assertThat(asked).hasSize(3).containsOnly(wanted("absent", false, false, MARGIN));

            look(followers, pod("absent", RUNS, 1, null));
            assertThat(asked).hasSize(4).last().isEqualTo(wanted("absent", false, true, MARGIN));
        }
    }

    @Test
    void aLogThatOpensAfterItsReaderLeftIsClosed() throws InterruptedException {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Followers followers = new Followers(
                _ -> {
                    opening.countDown();
                    awaitQuietly(left);
                    return new EndlessLog(closed);
                },
                new FollowedRuns(false, null, NOW));
        followers.follow(List.of(pod("web", RUNS, 0, null)));
        assertThat(opening.await(10, TimeUnit.SECONDS)).isTrue();

        followers.close();
        left.countDown();

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody left");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A log in which a line comes every moment. */
    private static final class EndlessLog extends InputStream {
        private final CountDownLatch closed;

        EndlessLog(CountDownLatch closed) {
            this.closed = closed;
        }

        @Override
        public int read() {
            return '\n';
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private Followers followers(@Nullable Instant since) {
        return new Followers(this::open, new FollowedRuns(false, since, NOW));
    }

    private InputStream open(PodLogs.Wanted wanted) {
        asked.add(wanted);
        if (wanted.pod().equals("absent")) {
            throw new Unavailable("Kubernetes", "There is no log.", null);
        }
        return new ByteArrayInputStream((NOW + " line\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Returns when all that was begun has been read. */
    private static void look(Followers followers, Pod... pods) {
        followers.follow(List.of(pods));
        await().pollInterval(Duration.ofMillis(10)).until(() -> {
            followers.next(Duration.ZERO);
            return followers.ended();
        });
    }

    private static Pod pod(
            String name, Container.State state, int restarts, Container.@Nullable Terminated lastTermination) {
        Container container = Fixtures.container(state, true, restarts, lastTermination);
        return Fixtures.pod("web", name, true, "node-1", "", container);
    }

    private static Container.Terminated ended(Instant at) {
        return new Container.Terminated("Error", "", 2, at);
    }

    private static PodLogs.Wanted wanted(String pod, boolean previous, boolean follow, @Nullable Instant since) {
        return new PodLogs.Wanted("shop", pod, "web", previous, follow, 50, since);
    }
}
