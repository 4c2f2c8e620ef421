package dev.binnacle.portal.workload;

import static dev.binnacle.portal.probe.ProbedPlatform.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Container;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.cluster.PodLogs;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.cluster.WorkloadKind;
import dev.binnacle.portal.probe.ProbedPlatform;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The real logs of the seeded echo service's pods, from their kubelets. */
@PageTest
@Import(ProbedPlatform.class)
@TestPropertySource(properties = {"binnacle.probe.interval=1h", "binnacle.probe.patience=20s"})
class WorkloadLogTests {

    private static final WorkloadKey ECHO = new WorkloadKey(WorkloadKind.DEPLOYMENT, "echo", "echo-service");
    private static final String ASK = "/api/v1/namespaces/echo/services/http:echo-service:http/proxy/api?token=";

    private final PodLogs logs;
    private final Clusters clusters;
    private final KubernetesClient admin;
    private final Visitors visitors;

    WorkloadLogTests(PodLogs logs, Clusters clusters, KubernetesClient admin, Visitors visitors) {
        this.logs = logs;
        this.clusters = clusters;
        this.admin = admin;
        this.visitors = visitors;
    }

    @BeforeEach
    void thePodsRun() {
        await().atMost(Duration.ofSeconds(90)).until(() -> pods().stream().anyMatch(Pod::ready));
    }

    @Test
    void linesOfAllPodsComeWithTheirPodAndTime() throws Exception {
        try (Followers followers = followers(false)) {
            followers.follow(pods());
            followers.follow(pods());
            String token = UUID.randomUUID().toString();
            admin.raw(ASK + token);

            LoggedLine line = awaited(followers, token);
            assertThat(pods()).extracting(Pod::name).contains(line.pod());
            assertThat(line.at())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
            assertThat(line.event())
                    .startsWith("data: ")
                    .contains("data: " + line.pod() + "/")
                    .endsWith("\n\n");
            Instant end = Instant.now().plusSeconds(2);
            while (Instant.now().isBefore(end)) {
                LoggedLine more = followers.next(Duration.ofMillis(200));
                assertThat(more == null ? "" : more.text())
                        .as("a container is read once")
                        .doesNotContain(token);
            }
        }
    }

    @Test
    void runsBeforeTheCurrentOnesEnd() throws Exception {
        ByteArrayOutputStream browser = new ByteArrayOutputStream();
        try (Followers followers = followers(true)) {
            new MergedLog(followers, this::pods, browser, true, Instant.EPOCH).copy();
        }
        assertThat(browser.toString(StandardCharsets.UTF_8)).endsWith("event: end\ndata: end\n\n");
    }

    @Test
    void aContainerThatEndedAtOnceSaysWhy() throws Exception {
        String name = crashing();
        try (Followers followers = followers(false)) {
            await().atMost(Duration.ofSeconds(90)).until(() -> backsOff(name));
            followers.follow(pods(name));

            assertThat(awaited(followers, "The echo service cannot start: ECHO_DRAIN_SECONDS is 'soon'")
                            .pod())
                    .isEqualTo(name);
        } finally {
            admin.pods().inNamespace("echo").withName(name).withGracePeriod(0).delete();
        }
    }

    @Test
    void aBrowserThatHasGoneEndsTheStream() {
        try (Followers followers = followers(false)) {
            MergedLog log = new MergedLog(followers, this::pods, gone(), false, Instant.EPOCH);
            assertThatThrownBy(log::copy).isInstanceOf(IOException.class);
        }
    }

    @Test
    void linesWithoutATimeComeFirst() {
        LoggedLine timed = LoggedLine.of("a", "c", "2026-03-04T05:06:07.1Z one");
        LoggedLine later = LoggedLine.of("b", "c", "2026-03-04T05:06:07.12Z two");
        LoggedLine odd = LoggedLine.of("c", "c", "no time");

        assertThat(List.of(later, timed, odd).stream().sorted(LoggedLine.BY_TIME))
                .containsExactly(odd, timed, later);
    }

    @Test
    void thePageFollowsAndALineLeadsToItsWorkload() {
        String page = body("/workloads/echo/deployment/echo-service/log");
        assertThat(page)
                .contains(
                        "Log of echo-service",
                        "/workloads/echo/deployment/echo-service/log/lines?previous=false",
                        "Show the runs before");
        String pod = pods().iterator().next().name();
        assertThat(body("/operations/before?namespace=echo&pod=" + pod + "&at=" + Instant.now()))
                .contains("Open echo-service", "/workloads/echo/deployment/echo-service");
        assertThat(body("/operations/before?namespace=echo&pod=echo-service-gone-x&at=" + Instant.now()))
                .contains("Open echo-service");
        assertThat(body("/operations/before?namespace=echo&pod=stranger&at=" + Instant.now()))
                .doesNotContain("Open ");
    }

    private Followers followers(boolean previous) {
        return new Followers(wanted -> logs.open(SHIPPED, wanted), new FollowedRuns(previous, null, Instant.now()));
    }

    /** A pod of the echo service that ends at once and again. */
    private String crashing() {
        String name = "crashing-" + UUID.randomUUID().toString().substring(0, 8);
        admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace("echo")
                        .withName(name)
                        .endMetadata()
                        .withSpec(admin.pods()
                                .inNamespace("echo")
                                .withName(pods().iterator().next().name())
                                .get()
                                .getSpec())
                        .editSpec()
                        .editMatchingContainer(container -> container.getImage().contains("echo-service"))
                        .removeMatchingFromEnv(variable -> variable.getName().equals("ECHO_DRAIN_SECONDS"))
                        .addNewEnv()
                        .withName("ECHO_DRAIN_SECONDS")
                        .withValue("soon")
                        .endEnv()
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        return name;
    }

    private List<Pod> pods(String name) {
        return clusters.model(SHIPPED).pod("echo", name).stream().toList();
    }

    private boolean backsOff(String name) {
        return pods(name).stream()
                .flatMap(pod -> pod.containers().stream())
                .anyMatch(container -> container.state() instanceof Container.Waiting(String reason, String _)
                        && reason.equals("CrashLoopBackOff"));
    }

    private Collection<Pod> pods() {
        return clusters.model(SHIPPED).podsOf(ECHO);
    }

    private String body(String path) {
        MvcTestResult result = visitors.in(SHIPPED.name(), Role.VIEWER)
                .get()
                .uri("/environments/" + SHIPPED.name() + path)
                .exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static LoggedLine awaited(Followers followers, String token) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(deadline)) {
            LoggedLine line = followers.next(Duration.ofSeconds(1));
            if (line != null && line.text().contains(token)) {
                return line;
            }
        }
        throw new AssertionError("The line did not come");
    }

    private static OutputStream gone() {
        return new OutputStream() {
            private int left = 60;

            @Override
            public void write(int one) throws IOException {
                if (--left < 0) {
                    throw new IOException("The browser has gone");
                }
            }
        };
    }
}
