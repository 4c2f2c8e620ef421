package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.Browsers;
import dev.binnacle.portal.ServerTest;
import dev.binnacle.portal.Timings;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Fleet;
import dev.binnacle.portal.cluster.FleetEnvironment;
import dev.binnacle.portal.cluster.FleetObjects;
import dev.binnacle.portal.cluster.FleetTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/**
 * Measures the way of a pod's change from the API server to the fragment that shows it (goal P4), against a raw watch
 * of the same pods: both from before the change is sent until it has arrived.
 */
@ServerTest
@Import(FleetTest.class)
class LiveChangeBench {

    private static final int PAGES = Math.min(200, Fleet.WORKLOADS);
    private static final int STORMED = Math.min(20, Fleet.WORKLOADS);
    private static final Duration DURING = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final Pattern CHANGE =
            Pattern.compile("^\\{\"type\":\"MODIFIED\".*?\"name\":\"(service-[^\"]+)\".*\"restartCount\":(\\d{4,})");

    private final FleetChanges changes = new FleetChanges();
    private final Timings raw = new Timings("P4 raw watch");
    private final Timings page = new Timings("P4 fragment ");
    private final Map<String, Long> watched = new ConcurrentHashMap<>();
    private final Browsers browsers;
    private final Clusters clusters;
    private final FleetEnvironment fleet;

    LiveChangeBench(Browsers browsers, Clusters clusters, FleetEnvironment fleet) {
        this.browsers = browsers;
        this.clusters = clusters;
        this.fleet = fleet;
    }

    @Test
    void aFragmentFollowsItsPod() throws Exception {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> clusters.model(fleet.environment()).freshness().live());
        Browser browser = browsers.signedIn("bench-live", FleetEnvironment.NAME, Role.VIEWER);
        List<LiveWorkload> pages = new ArrayList<>();
        try (InputStream watch = Fleet.shared().watchPods()) {
            Thread.ofPlatform().daemon().start(() -> follow(watch));
            IntStream.range(0, PAGES)
                    .forEach(workload -> pages.add(new LiveWorkload(browser, workload, this::arrived)));
            changes.at(100, Fleet.WORKLOADS, DURING.dividedBy(2));
            raw.forget();
            page.forget();
            double rate = changes.at(100, Fleet.WORKLOADS, DURING);
            settled(pages);
            System.out.printf("P4 at %.0f changes/s over %d pods, %d pages open%n", rate, Fleet.PODS, PAGES);
            raw.print();
            page.print();
            System.out.printf(
                    "P4 fragment - raw at p99: %.1f ms (goal 50), ratio %.2f%n",
                    page.quantile(0.99) - raw.quantile(0.99), page.quantile(0.99) / raw.quantile(0.99));
            storm(pages.subList(0, STORMED));
        } finally {
            for (LiveWorkload each : pages) {
                each.close();
            }
        }
    }

    private void storm(List<LiveWorkload> pages) {
        pages.forEach(LiveWorkload::forgetPushes);
        Duration during = DURING.dividedBy(3);
        double rate = changes.at(1_000, STORMED, during);
        double each = pages.stream().mapToInt(LiveWorkload::pushes).average().orElse(0) / during.toSeconds();
        int most = pages.stream().mapToInt(LiveWorkload::mostPushes).max().orElse(0);
        long settled = System.nanoTime();
        settled(pages);
        System.out.printf(
                "P4 at %.0f changes/s over %d pages: %.1f pushes a second and page, at most %d (goal 4);"
                        + " the last state shown %.0f ms after the last change%n",
                rate, STORMED, each, most, (System.nanoTime() - settled) / 1e6);
        assertThat(each).isLessThanOrEqualTo(4.1);
    }

    /** Returns once every page shows the last change of each of its pods. */
    private void settled(List<LiveWorkload> pages) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> pages.stream().allMatch(this::showsTheLast));
    }

    private boolean showsTheLast(LiveWorkload page) {
        return IntStream.range(0, FleetObjects.PODS_EACH)
                .mapToObj(pod -> FleetObjects.podName(page.workload, pod))
                .allMatch(pod -> page.shown(pod) == changes.last(pod));
    }

    private void follow(InputStream watch) {
        try (var lines = new BufferedReader(new InputStreamReader(watch, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                Matcher change = CHANGE.matcher(line);
                if (change.find()) {
                    watched.put(change.group(1) + "/" + change.group(2), now);
                }
            }
        } catch (IOException closed) {
            watched.clear();
        }
    }

    private void arrived(String pod, int number) {
        long now = System.nanoTime();
        changes.seen(pod, number, (each, sent) -> {
            page.add(now - sent);
            Long arrived = watched.remove(pod + "/" + each);
            if (arrived != null) {
                raw.add(arrived - sent);
            }
        });
    }
}
