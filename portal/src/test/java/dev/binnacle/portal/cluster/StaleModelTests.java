package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.Browsers;
import dev.binnacle.portal.ServerTest;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.cluster.FaultProxy.Fault;
import dev.binnacle.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An open page while the API server goes away and comes back. */
@ServerTest
class StaleModelTests {

    private static final String NAME = "stale-model";
    private static final String LAGS = "before the connection broke";
    private static final String UNREAD = "The cluster is being read";
    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(40);

    private final Browsers browsers;

    StaleModelTests(Browsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void aPageIsToldAndSaysSoAndRecoversByItself() throws Exception {
        try (FaultProxy proxy = new FaultProxy(Sandbox.shared().kubernetes().kubeconfig())) {
            Browser browser = browsers.signedIn("stale-model", "*", Role.ADMINISTRATOR);
            assertThat(browser.post(
                                    "/environments/new",
                                    "/environments",
                                    Map.of(
                                            "name",
                                            NAME,
                                            "clusterCredential",
                                            "kubeconfig",
                                            "kubeconfig",
                                            kubeconfig(proxy.connection().url())))
                            .statusCode())
                    .isLessThan(400);
            Followed.eventually(RECOVERY, () -> saysItLags(browser, false));
            try (var stream = browser.stream("/environments/" + NAME + "/changes?topic=workloads")
                    .body()) {
                BlockingQueue<String> told = new LinkedBlockingQueue<>();
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                Thread.ofVirtual().start(() -> read(reader, told));

                proxy.fault(request -> new Fault.Refuse());
                proxy.cut();
                Followed.eventually(NOTICED, () -> saysItLags(browser, true));
                assertThat(told.poll(5, TimeUnit.SECONDS))
                        .as("the break is told")
                        .isNotNull();

                told.clear();
                proxy.heal();
                Followed.eventually(RECOVERY, () -> saysItLags(browser, false));
                assertThat(told.poll(5, TimeUnit.SECONDS))
                        .as("the recovery is told")
                        .isNotNull();
            } finally {
                browser.post("/environments/new", "/environments/" + NAME + "/delete", Map.of("typed", NAME));
            }
        }
    }

    private static void read(BufferedReader stream, BlockingQueue<String> told) {
        try {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                if (line.equals("data: workloads")) {
                    told.add(line);
                }
            }
        } catch (IOException closed) {
            told.add("the end");
        }
    }

    /** @return whether the page is there, knows the whole cluster, and says of it what is asked for */
    private static boolean saysItLags(Browser browser, boolean lags) {
        var page = browser.get("/environments/" + NAME + "/workloads");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("Exception");
        return page.body().contains("workloads__row")
                && !page.body().contains(UNREAD)
                && page.body().contains(LAGS) == lags;
    }

    private static String kubeconfig(java.net.URI server) {
        return """
                apiVersion: v1
                kind: Config
                current-context: here
                contexts: [{name: here, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                """.formatted(server);
    }
}
