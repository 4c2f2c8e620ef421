package dev.binnacle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Measures what the webhook adds to a create at 200 a second (goal P8): dry runs in a namespace that is judged and in one
 * that is not, by turns. {@code -Dbench.turns} and {@code -Dbench.turnSeconds} set how long.
 */
class AdmissionBench {

    private static final int RATE = 200;
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final int SECONDS = Integer.getInteger("bench.turnSeconds", 10);

    @Test
    void theWebhookAddsLittleToACreate() throws Exception {
        try (Installation webhook = new Installation("admission-bench", "failurePolicy: Fail\ntimeoutSeconds: 10\n")) {
            String on = webhook.judged("judged", Map.of());
            String off = webhook.free();
            webhook.awaitJudgement(on);
            List<Long> with = new ArrayList<>();
            List<Long> without = new ArrayList<>();
            creates(webhook, off);
            creates(webhook, on);
            for (int turn = 0; turn < TURNS; turn++) {
                without.addAll(creates(webhook, off));
                with.addAll(creates(webhook, on));
            }
            Collections.sort(with);
            Collections.sort(without);
            print("p50", 0.5, 5, with, without);
            print("p99", 0.99, 20, with, without);
            assertThat(with).hasSameSizeAs(without);
        }
    }

    private static void print(String name, double quantile, int goal, List<Long> with, List<Long> without) {
        double on = at(with, quantile);
        double off = at(without, quantile);
        System.out.printf(
                "P8 %s of a create: %.1f ms with the webhook, %.1f ms without, %.1f ms added (goal %d)%n",
                name, on, off, on - off, goal);
    }

    private static double at(List<Long> sorted, double quantile) {
        return sorted.get((int) (sorted.size() * quantile)) / 1e6;
    }

    /** How long each create took, in nanoseconds. */
    private static List<Long> creates(Installation webhook, String namespace) throws Exception {
        int count = RATE * SECONDS;
        long interval = Duration.ofSeconds(1).toNanos() / RATE;
        List<Future<Long>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = begin + i * interval;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String name = "created-" + i;
                running.add(threads.submit(() -> {
                    long start = System.nanoTime();
                    assertThat(webhook.refusal(namespace, Workloads.complete(name)))
                            .isEmpty();
                    return System.nanoTime() - start;
                }));
            }
        }
        List<Long> taken = new ArrayList<>();
        for (Future<Long> create : running) {
            taken.add(create.get());
        }
        return taken;
    }
}
