package dev.binnacle.sandbox.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Measures what the webhook adds to a create at 200 a second (goal P8): dry runs in a namespace that is judged and in one
 * that is not, by turns. {@code -Dbench.turns} and {@code -Dbench.turnSeconds} set how long.
 */
class AdmissionBench {

    private static final int RATE = 200;
    /** A machine that cannot keep up is not to open connections without end. */
    private static final Semaphore IN_FLIGHT = new Semaphore(20);

    private static final int WARMING_RATE = 100;
    private static final int TURNS = Integer.getInteger("bench.turns", 3);
    private static final int SECONDS = Integer.getInteger("bench.turnSeconds", 10);
    private static final String BODY = Serialization.asJson(Workloads.complete("created"));

    @Test
    void theWebhookAddsLittleToACreate() throws Exception {
        try (Installation webhook = new Installation("admission-bench", "failurePolicy: Fail\ntimeoutSeconds: 10\n")) {
            String on = webhook.judged("judged", Map.of());
            String off = webhook.free();
            webhook.awaitJudgement(on);
            Config config = webhook.client().getConfiguration();
            List<Long> with = new ArrayList<>();
            List<Long> without = new ArrayList<>();
            try (HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(SSLUtils.sslContext(config))
                    .build()) {
                creates(http, create(config, off), WARMING_RATE);
                creates(http, create(config, on), WARMING_RATE);
                for (int turn = 0; turn < TURNS; turn++) {
                    without.addAll(creates(http, create(config, off), RATE));
                    with.addAll(creates(http, create(config, on), RATE));
                }
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

    private static HttpRequest create(Config config, String namespace) {
        String path = "/apis/apps/v1/namespaces/%s/deployments?dryRun=All".formatted(namespace);
        return HttpRequest.newBuilder(URI.create(config.getMasterUrl()).resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BODY))
                .build();
    }

    /** How long each create took, in nanoseconds. */
    private static List<Long> creates(HttpClient http, HttpRequest create, int rate) throws Exception {
        int count = rate * SECONDS;
        long interval = Duration.ofSeconds(1).toNanos() / rate;
        List<Future<Long>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = begin + i * interval;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(threads.submit(() -> timed(http, create)));
            }
        }
        List<Long> taken = new ArrayList<>();
        for (Future<Long> one : running) {
            taken.add(one.get());
        }
        return taken;
    }

    private static long timed(HttpClient http, HttpRequest create) throws IOException, InterruptedException {
        IN_FLIGHT.acquire();
        long start = System.nanoTime();
        HttpResponse<String> response;
        try {
            response = http.send(create, BodyHandlers.ofString());
        } finally {
            IN_FLIGHT.release();
        }
        long taken = System.nanoTime() - start;
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return taken;
    }
}
