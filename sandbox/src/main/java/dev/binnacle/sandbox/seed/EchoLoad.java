package dev.binnacle.sandbox.seed;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * More requests to the echo service than usual, from its start until it is closed, in addition to those of the wave.
 *
 * <p>It is about half a core's work for the pods together, three times what their autoscaler wants to see.
 */
public final class EchoLoad implements AutoCloseable {
    private static final int PER_SECOND = 24;
    private static final int BURN_MILLIS = 20;
    private static final double ERROR_SHARE = 0.3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Thread thread;

    private EchoLoad(Thread thread) {
        this.thread = thread;
    }

    /** Begins to send requests that succeed. The client is closed with this. */
    public static EchoLoad high(KubernetesClient client) {
        return start(client, EchoChart.NAMESPACE, new LoadWave.Moment(PER_SECOND, BURN_MILLIS, 0));
    }

    /** Begins to send requests of which every third is answered with an error. The client is closed with this. */
    public static EchoLoad failing(KubernetesClient client) {
        return failing(client, EchoChart.NAMESPACE);
    }

    /**
     * Begins to send requests to the echo service in a namespace, of which every third asks for an error: a version that
     * allows no faults answers it like any other. The client is closed with this.
     */
    public static EchoLoad failing(KubernetesClient client, String namespace) {
        return start(client, namespace, new LoadWave.Moment(PER_SECOND, BURN_MILLIS, ERROR_SHARE));
    }

    /** Ends the load; waits up to 10 s for its thread, not for the last answers. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EchoLoad start(KubernetesClient client, String namespace, LoadWave.Moment moment) {
        return new EchoLoad(Thread.ofPlatform().name("echo-load").daemon().start(() -> {
            try (client) {
                new EchoRequests(client, namespace, new SplittableRandom()).keepSending(() -> moment);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
