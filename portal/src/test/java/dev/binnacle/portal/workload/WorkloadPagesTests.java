package dev.binnacle.portal.workload;

import static dev.binnacle.portal.workload.Fixtures.container;
import static dev.binnacle.portal.workload.Fixtures.deployment;
import static dev.binnacle.portal.workload.Fixtures.ended;
import static dev.binnacle.portal.workload.Fixtures.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.FixedEnvironments;
import dev.binnacle.portal.environment.Tier;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class WorkloadPagesTests {

    private static final Freshness LIVE = new Freshness(true, null, "", Map.of(), "1.37.2");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private static ClusterModel shown = new FakeModel(LIVE, List.of(), List.of());

    private final Visitors visitors;

    WorkloadPagesTests(Visitors visitors) {
        this.visitors = visitors;
    }

    @BeforeEach
    void somethingRuns() {
        show(LIVE);
    }

    @Test
    void theListSaysTheWorstFirst() {
        assertThat(viewer().get().uri("/environments/workload-pages/workloads"))
                .hasStatusOk()
                .bodyText()
                .contains("Of 3 workloads 1 fails, 2 are healthy.")
                .contains("keeps ending: exit code 1")
                .doesNotContain(HOSTILE)
                .contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void theListIsFilteredAndAnswersAsAFragment() {
        assertThat(viewer().get()
                        .uri("/environments/workload-pages/workloads?state=failing&sort=name&order=descending")
                        .header("HX-Request", "true")
                        .header("HX-Target", "workloads"))
                .hasStatusOk()
                .bodyText()
                .contains("crashing")
                .doesNotContain(">echo<")
                .doesNotContain("<html");
    }

    @Test
    void aFilterThatMatchesNothingOffersToBeCleared() {
        assertThat(viewer().get().uri("/environments/workload-pages/workloads?name=no-such-thing"))
                .hasStatusOk()
                .bodyText()
                .contains("Clear the filter");
    }

    @Test
    void anUnreadClusterIsNotCalledHealthy() {
        show(new Freshness(false, null, "", Map.of(), ""));
        assertThat(viewer().get().uri("/environments/workload-pages/workloads"))
                .bodyText()
                .contains("The cluster is being read");
        assertThat(viewer().get().uri("/environments/workload-pages/workloads/shop/deployment/not-yet"))
                .hasStatus(503);
    }

    @Test
    void aStaleModelSaysSo() {
        show(new Freshness(true, Fixtures.LONG_AGO, "Nothing answers at the API server's address.", Map.of(), ""));
        assertThat(viewer().get().uri("/environments/workload-pages/workloads/shop/deployment/echo"))
                .hasStatusOk()
                .bodyText()
                .contains("This is how it was before the connection broke.")
                .contains("Nothing answers at the API server");
    }

    @Test
    void aForbiddenKindIsNamed() {
        show(new Freshness(
                true, null, "", Map.of("pods", "The permission to list and watch pods is missing."), "1.37.2"));
        assertThat(viewer().get().uri("/environments/workload-pages/workloads"))
                .bodyText()
                .contains("Not everything is known. The permission to list and watch pods is missing.");
    }

    @Test
    void aWorkloadShowsItsPodsRevisionsAndEvents() {
        assertThat(viewer().get().uri("/environments/workload-pages/workloads/shop/deployment/crashing"))
                .hasStatusOk()
                .bodyText()
                .contains("crashing has no ready pod of 1.")
                .contains("crashing-1")
                .contains("revisions?from=1&amp;to=2")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void eachLivePartAnswersAlone() {
        for (String part : List.of("workload-verdict", "workload-evidence", "workload-facts")) {
            assertThat(viewer().get()
                            .uri("/environments/workload-pages/workloads/shop/deployment/echo")
                            .header("HX-Request", "true")
                            .header("HX-Target", part))
                    .hasStatusOk()
                    .bodyText()
                    .contains("id=\"" + part + "\"")
                    .doesNotContain("<html");
        }
    }

    @Test
    void aPodSaysWhyItRestarts() {
        assertThat(viewer().get().uri("/environments/workload-pages/pods/shop/crashing-1"))
                .hasStatusOk()
                .bodyText()
                .contains("crashing-1 is crash looping.")
                .contains("exit code 1, the program gave up with an error")
                .contains("data-log=\"/environments/workload-pages/pods/shop/crashing-1/log?container=web");
        assertThat(viewer().get()
                        .uri("/environments/workload-pages/pods/shop/crashing-1")
                        .header("HX-Request", "true")
                        .header("HX-Target", "pod"))
                .bodyText()
                .doesNotContain("<html");
    }

    @Test
    void podsNodesAndEventsLeadToTheirLogLines() {
        String logs = "href=\"/environments/workload-pages/logs?";
        String pod =
                "filter=kubernetes.namespace_name%3A%20%22shop%22&amp;filter=kubernetes.pod_name%3A%20%22echo-1%22";
        String around = "&amp;from=2026-10-31T23%3A45%3A00Z&amp;to=2026-11-01T01%3A00%3A00Z\"";
        assertThat(viewer().get().uri("/environments/workload-pages/pods/shop/echo-1"))
                .bodyText()
                .contains(logs + pod + "&amp;from=now-24h\"", logs + pod + around);
        assertThat(viewer().get().uri("/environments/workload-pages/workloads/shop/deployment/echo"))
                .bodyText()
                .contains(logs + "workload=deployment%2Fshop%2Fecho" + around);
        assertThat(viewer().get().uri("/environments/workload-pages/scheduling"))
                .bodyText()
                .contains(logs + "filter=kubernetes.host%3A%20%22node-1%22&amp;from=now-24h\"");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(viewer().get().uri("/environments/workload-pages/workloads/shop/deployment/none"))
                .hasStatus(404);
        assertThat(viewer().get().uri("/environments/workload-pages/workloads/shop/pod/echo"))
                .hasStatus(404);
        assertThat(viewer().get().uri("/environments/workload-pages/pods/shop/none"))
                .hasStatus(404);
    }

    @Test
    void strangersSeeNothing() {
        assertThat(visitors.stranger().get().uri("/environments/workload-pages/workloads"))
                .hasStatus4xxClientError();
    }

    private MockMvcTester viewer() {
        return visitors.in("workload-pages", Role.VIEWER);
    }

    private static void show(Freshness freshness) {
        var crash = container(new Container.Waiting("CrashLoopBackOff", ""), false, 14, ended(1, "Error"));
        shown = new FakeModel(
                freshness,
                List.of(
                        deployment("echo", 2, 2, 2, 2),
                        deployment(HOSTILE, 1, 1, 1, 1),
                        deployment("crashing", 1, 1, 0, 1)),
                List.of(
                        pod("crashing", "crashing-1", false, "node-1", "", crash),
                        pod("echo", "echo-1", true, "node-1", "")));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Fakes {

        @Bean
        @Primary
        Environments oneEnvironment() {
            Environment only = new Environment(
                    new EnvironmentId(UUID.randomUUID()),
                    "workload-pages",
                    Tier.TEST,
                    "",
                    "",
                    new TreeSet<>(),
                    URI.create("https://127.0.0.1:1"),
                    null,
                    List.of(),
                    null,
                    "",
                    null,
                    List.of(),
                    false,
                    0);
            return new FixedEnvironments(List.of(only));
        }

        @Bean
        @Primary
        Clusters fakeClusters() {
            return new Clusters() {
                @Override
                public ClusterModel model(Environment environment) {
                    return shown;
                }

                @Override
                public KubernetesClient client(Environment environment) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
