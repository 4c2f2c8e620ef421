package dev.binnacle.sandbox.seed;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Sends requests to the echo service through the API server's proxy, at most {@value #MOST_AT_ONCE} at once. */
final class EchoRequests {
    private static final int MOST_AT_ONCE = 32;
    private static final int TIMEOUT_SECONDS = 10;

    private final KubernetesClient client;
    private final String service;
    private final RandomGenerator random;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    EchoRequests(KubernetesClient client, String namespace, RandomGenerator random) {
        this.client = client;
        this.service = "api/v1/namespaces/%s/services/http:%s:http/proxy/api".formatted(namespace, EchoChart.NAME);
        this.random = random;
    }

    /** Sends as many as the moment asks for, at random intervals, until it is interrupted. */
    void keepSending(Supplier<LoadWave.Moment> now) throws InterruptedException {
        while (true) {
            LoadWave.Moment moment = now.get();
            send(moment);
            double pauseSeconds = -Math.log(1 - random.nextDouble()) / moment.requestsPerSecond();
            Thread.sleep(Duration.ofMillis(Math.round(1000 * Math.min(5, pauseSeconds))));
        }
    }

    /** Sends one and returns at once. Left out where too many are under way; the answer does not matter. */
    private void send(LoadWave.Moment moment) {
        if (!free.tryAcquire()) {
            return;
        }
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl() + service + "?" + query(moment))
                .header("X-Request-Id", HexFormat.of().toHexDigits(random.nextLong()))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .build();
        var _ = client.getHttpClient()
                .sendAsync(request, byte[].class)
                .whenComplete((answer, failure) -> free.release());
    }

    private String query(LoadWave.Moment moment) {
        StringBuilder query = new StringBuilder("order=%d&customer=%d&item=%s&item=%s"
                .formatted(random.nextInt(100_000, 999_999), random.nextInt(1_000, 9_999), item(), item()));
        if (moment.burnMillis() > 0) {
            query.append("&burn=").append(moment.burnMillis());
        }
        if (random.nextDouble() < moment.errorShare()) {
            query.append("&status=500");
        }
        return query.toString();
    }

    private String item() {
        String[] items = {"lantern", "compass", "anchor", "rope", "sextant", "barometer"};
        return items[random.nextInt(items.length)];
    }
}
