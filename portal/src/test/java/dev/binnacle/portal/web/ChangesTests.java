package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.Browsers;
import dev.binnacle.portal.ServerTest;
import dev.binnacle.portal.access.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ChangesTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int READING = 300;
    private static final int STALLED = 10;

    private final Browsers browsers;
    private final LiveUpdates updates;
    private final JdbcClient jdbc;

    ChangesTests(Browsers browsers, LiveUpdates updates, JdbcClient jdbc) {
        this.browsers = browsers;
        this.updates = updates;
        this.jdbc = jdbc;
    }

    @Test
    void anOpenPageHearsOfItsEnvironmentOnly() throws IOException {
        Browser browser = browsers.signedIn("changes-own", "changes-own", Role.VIEWER);
        try (var stream = browser.stream("/environments/changes-own/changes?topic=pods&topic=alerts")
                .body()) {
            var lines = reader(stream);
            assertThat(lines.readLine()).isEqualTo("event: beat");
            updates.changed("changes-foreign", "alerts");
            updates.changed("changes-own", "pods");
            assertThat(next(lines, "event: changed")).isEqualTo("data: pods");
        }
    }

    @Test
    void aForeignEnvironmentHasNoStream() {
        Browser browser = browsers.signedIn("changes-stranger", "changes-own", Role.VIEWER);
        assertThat(browser.stream("/environments/changes-foreign/changes").statusCode())
                .isEqualTo(404);
        assertThat(browsers.fresh().stream("/environments/changes-own/changes").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRevokedRightEndsTheStream() throws Exception {
        Browser browser = browsers.signedIn("changes-revoked", "changes-revoked", Role.VIEWER);
        try (var stream =
                        browser.stream("/environments/changes-revoked/changes").body();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            jdbc.sql("delete from account_grants where account = 'changes-revoked'")
                    .update();
            var end = threads.submit(() -> stream.readAllBytes().length);
            assertThat(end.get(60, java.util.concurrent.TimeUnit.SECONDS)).isPositive();
        }
    }

    @Test
    void manyHearAtOnceWhileSomeStall() throws Exception {
        Browser browser = browsers.signedIn("changes-many", "changes-many", Role.VIEWER);
        List<InputStream> streams = new ArrayList<>();
        Queue<Long> heard = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int stream = 0; stream < READING + STALLED; stream++) {
                streams.add(browser.stream("/environments/changes-many/changes?topic=pods")
                        .body());
            }
            List<Future<Boolean>> reading = streams.stream()
                    .skip(STALLED)
                    .map(stream -> threads.submit(() -> {
                        next(reader(stream), "event: changed");
                        return heard.add(System.nanoTime());
                    }))
                    .toList();
            long told = System.nanoTime();
            updates.changed("changes-many", "pods");
            await().atMost(LONG).until(() -> reading.stream().allMatch(Future::isDone));
            assertThat(heard).hasSize(READING);
            List<Long> delays =
                    heard.stream().map(at -> (at - told) / 1_000_000).sorted().toList();
            System.getLogger("changes")
                    .log(
                            System.Logger.Level.INFO,
                            "p50 {0} ms, p99 {1} ms",
                            delays.get(READING / 2),
                            delays.get(READING * 99 / 100));
        } finally {
            for (InputStream stream : streams) {
                stream.close();
            }
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines, String event) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(event)) {
                return String.valueOf(lines.readLine());
            }
        }
        return "the end";
    }
}
