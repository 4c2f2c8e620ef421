package dev.binnacle.sandbox.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PartsTests {
    @TempDir
    private Path folder;

    @Test
    void aNeedThatHasFailedIsTriedOnceForAllThatWaitForIt() throws InterruptedException {
        var tried = new AtomicInteger();
        Part broken = part("broken", Set.of(), () -> {
            tried.incrementAndGet();
            throw new PartFailure("Go is missing.");
        });
        Part second = part("second", Set.of("broken"), () -> {});
        Part third = part("third", Set.of("broken"), () -> {});
        try (var parts = new Parts(folder, Clock.systemUTC(), List.of(broken, second, third))) {
            parts.startAll(List.of(broken, second, third));

            await(parts, "second", PartState.WAITING, "broken", "Go is missing");
            await(parts, "third", PartState.WAITING, "broken", "Go is missing");
            assertThat(tried).hasValue(1);
            assertThatThrownBy(() -> parts.require("third")).hasMessage("Go is missing.");
            assertThat(tried).hasValue(2);
        }
    }

    @Test
    void anEndBreaksOffWhatIsStarting() throws InterruptedException {
        var begun = new CountDownLatch(1);
        Part slow = part("slow", Set.of(), () -> {
            begun.countDown();
            Thread.sleep(Duration.ofHours(1));
        });
        var parts = new Parts(folder, Clock.systemUTC(), List.of(slow));
        parts.startAll(List.of(slow));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        parts.close();

        assertThat(parts.statuses()).extracting(PartStatus::state).containsExactly(PartState.STOPPED);
    }

    private static void await(Parts parts, String name, PartState state, String... words) throws InterruptedException {
        PartStatus status = status(parts, name);
        while (status.state() != state || status.detail().isEmpty()) {
            Thread.sleep(10);
            status = status(parts, name);
        }
        assertThat(status.detail()).containsAnyOf(words);
    }

    private static PartStatus status(Parts parts, String name) {
        return parts.statuses().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Part part(String name, Set<String> needs, Worker.Work start) {
        return new Part() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> needs() {
                return needs;
            }

            @Override
            public void start(PartContext context) throws InterruptedException {
                try {
                    start.run();
                } catch (InterruptedException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void close() {}
        };
    }
}
