package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a portal that is starting, until it answers. */
record PortalAnswers(int port, Child child) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Returns at the first answer that is no failure; gives up after ten minutes or when the process ends. */
    void await(String path) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, path)) {
                if (!child.alive()) {
                    throw new Refusal("The portal ended: " + String.join(" | ", child.lastLines()));
                }
                if (System.nanoTime() > deadline) {
                    throw new Refusal("The portal does not answer after " + PATIENCE.toMinutes() + " minutes: "
                            + String.join(" | ", child.lastLines()));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean answers(HttpClient http, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException e) {
            return false;
        }
    }
}
