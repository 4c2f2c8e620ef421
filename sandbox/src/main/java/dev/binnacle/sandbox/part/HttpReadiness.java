package dev.binnacle.sandbox.part;

import dev.binnacle.sandbox.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until a server says that it is ready. */
public final class HttpReadiness {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private HttpReadiness() {}

    /** Returns at the first 200; gives up after five minutes, or as soon as the process has ended. */
    public static void await(String name, URI url, Child process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, url)) {
                if (!process.alive()) {
                    throw new PartFailure(name + " ended: " + String.join(" | ", process.lastLines()));
                }
                if (System.nanoTime() > deadline) {
                    throw new PartFailure(name + " is not ready after " + PATIENCE.toSeconds() + " s.");
                }
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    private static boolean answers(HttpClient http, URI url) throws InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
