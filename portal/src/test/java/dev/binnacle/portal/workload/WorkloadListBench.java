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
import dev.binnacle.portal.cluster.FleetTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Measures pages of workloads over HTTP, sign-in included, against one raw list of 500 pods (goal P1). */
@ServerTest
@Import(FleetTest.class)
class WorkloadListBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 200);
    private static final String LIST = "/environments/fleet/workloads";

    private final Browsers browsers;
    private final Clusters clusters;
    private final FleetEnvironment fleet;

    WorkloadListBench(Browsers browsers, Clusters clusters, FleetEnvironment fleet) {
        this.browsers = browsers;
        this.clusters = clusters;
        this.fleet = fleet;
    }

    @Test
    void everyPageIsFasterThanOneRawList() throws Exception {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> clusters.model(fleet.environment()).freshness().live());
        Browser browser = browsers.signedIn("bench-workloads", FleetEnvironment.NAME, Role.VIEWER);
        Timings raw = new Timings("P1 raw limit=500");
        Map<String, Timings> pages = new LinkedHashMap<>();
        for (String page : new String[] {
            LIST,
            LIST + "?page=" + Math.ceilDiv(Fleet.WORKLOADS, 50),
            LIST + "?sort=name&order=descending",
            LIST + "?sort=restarts&order=descending&page=2",
            LIST + "?name=team=team-3&sort=changed",
            LIST + "/team-7/deployment/service-0007"
        }) {
            pages.put(page, new Timings("P1 " + page));
        }
        measure(browser, raw, pages, ROUNDS / 2);
        raw.forget();
        pages.values().forEach(Timings::forget);
        measure(browser, raw, pages, ROUNDS);
        raw.print();
        for (Timings page : pages.values()) {
            System.out.printf(
                    "   page / raw at p99: %.2f (goal 1.0)%n", page.print().quantile(0.99) / raw.quantile(0.99));
        }
    }

    private static void measure(Browser browser, Timings raw, Map<String, Timings> pages, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            raw.time(() -> Fleet.shared().raw("/api/v1/pods?limit=500"));
            for (Map.Entry<String, Timings> page : pages.entrySet()) {
                var answer = page.getValue().time(() -> browser.get(page.getKey()));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("service-");
            }
        }
    }
}
