package dev.binnacle.portal.probe;

import static dev.binnacle.portal.probe.ProbedPlatform.BARE;
import static dev.binnacle.portal.probe.ProbedPlatform.LOST;
import static dev.binnacle.portal.probe.ProbedPlatform.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.Pod;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Conflict;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Probes through the seeded echo service's real pods, their logs and the shipper to Elasticsearch. */
@PageTest
@Import(ProbedPlatform.class)
@TestPropertySource(properties = {"binnacle.probe.interval=1h", "binnacle.probe.patience=20s"})
class ProbeTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Probing probing;
    private final EchoPods pods;
    private final Pursuit pursuit;
    private final ProbeRecords records;
    private final ProbeMetrics metrics;
    private final Clusters clusters;
    private final MeterRegistry meters;
    private final Visitors visitors;

    ProbeTests(
            Probing probing,
            EchoPods pods,
            Pursuit pursuit,
            ProbeRecords records,
            ProbeMetrics metrics,
            Clusters clusters,
            MeterRegistry meters,
            Visitors visitors,
            KubernetesClient admin) {
        this.probing = probing;
        this.pods = pods;
        this.pursuit = pursuit;
        this.records = records;
        this.metrics = metrics;
        this.clusters = clusters;
        this.meters = meters;
        this.visitors = visitors;
        admin.pods()
                .inNamespace("echo")
                .withLabel("app.kubernetes.io/name", "echo-service")
                .waitUntilCondition(
                        pod -> pod != null
                                && pod.getStatus().getConditions().stream()
                                        .anyMatch(
                                                condition -> condition.getType().equals("Ready")
                                                        && condition.getStatus().equals("True")),
                        90,
                        TimeUnit.SECONDS);
    }

    @BeforeEach
    void theModelKnowsThePods() {
        await().atMost(PATIENCE).until(() -> pods.obstacle(SHIPPED).isEmpty());
    }

    @Test
    void aClickIsFollowedUntilItsLineIsVisible() {
        MockMvcTester operator = visitors.in(SHIPPED.name(), Role.OPERATOR);
        // One that the portal sends by itself may be on its way.
        await().atMost(PATIENCE)
                .until(() -> operator.post()
                                .uri(path(SHIPPED))
                                .exchange()
                                .getResponse()
                                .getStatus()
                        == 302);
        Probe ended = ended(SHIPPED, probe -> probe.askedBy().startsWith("operator"));

        assertThat(ended.trouble()).isEmpty();
        assertThat(ended.reached()).containsOnlyKeys(Stage.values());
        assertThat(ended.reached().get(Stage.VISIBLE))
                .isGreaterThanOrEqualTo(ended.reached().get(Stage.ANSWERED));
        assertThat(page(SHIPPED)).contains("A line can be searched", "Visible", "data-testid=\"probe__rows\"");
        metrics.refresh();
        assertThat(meters.get("binnacle.pipeline.probe.success")
                        .tag("environment", SHIPPED.name())
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("binnacle.pipeline.probe.seconds")
                        .tags("environment", SHIPPED.name(), "stage", "visible")
                        .gauge()
                        .value())
                .isPositive();
    }

    @Test
    void aLineThatNeverArrivesSaysWhereItWasSeenLast() {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(Conflict.class).until(() -> {
            probing.ask(LOST, "alice");
            return true;
        });
        Probe ended = ended(LOST, probe -> probe.askedBy().equals("alice"));

        assertThat(ended.reached()).containsOnlyKeys(Stage.ANSWERED, Stage.WRITTEN);
        assertThat(ended.trouble())
                .startsWith("Its line is in the log of the pod, but could not be found in Elasticsearch within 20 s.");
        metrics.refresh();
        assertThat(meters.get("binnacle.pipeline.probe.success")
                        .tag("environment", LOST.name())
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void aPodThatCannotBeAskedIsTheFirstStage() {
        Pod pretended = clusters.model(SHIPPED).pods().stream()
                .filter(pod -> pod.namespace().equals("shop"))
                .findFirst()
                .orElseThrow();
        Probe probe = new Probe(UUID.randomUUID(), "bob", "shop/pretended", Instant.now(), Map.of(), "", null);
        await().atMost(PATIENCE).until(() -> records.begin(SHIPPED.id(), probe, Instant.now()));
        pursuit.of(SHIPPED, pretended, probe);

        Probe ended = ended(SHIPPED, one -> one.askedBy().equals("bob"));
        assertThat(ended.reached()).isEmpty();
        assertThat(ended.trouble())
                .startsWith("The echo service did not answer. The pod " + pretended.name() + " cannot be asked: ");
    }

    @Test
    void ofTwoAtOnceOneIsRefused() {
        Instant now = Instant.now();
        Probe first = new Probe(UUID.randomUUID(), "carol", "echo/one", now, Map.of(), "", null);
        await().atMost(PATIENCE).until(() -> records.begin(LOST.id(), first, now));
        MockMvcTester operator = visitors.in(LOST.name(), Role.OPERATOR);
        assertThat(operator.post().uri(path(LOST))).hasStatus(409).bodyText().contains("A probe goes on already.");
        assertThat(page(LOST)).contains("One is on its way.", "hx-trigger=\"load delay:1s, every 15s\"");
        records.end(first.id(), Instant.now(), "Enough.");
    }

    @Test
    void whatAStoppedPortalLeftIsEndedByTheNext() {
        Instant longAgo = Instant.now().minus(Probe.GIVEN_UP).minusSeconds(1);
        Probe left = new Probe(UUID.randomUUID(), "dave", "echo/one", longAgo, Map.of(), "", null);
        await().atMost(PATIENCE).until(() -> records.begin(BARE.id(), left, longAgo));
        assertThat(page(BARE)).contains("The portal stopped before it ended.");

        Probe next = new Probe(UUID.randomUUID(), "dave", "echo/two", Instant.now(), Map.of(), "", null);
        assertThat(records.begin(BARE.id(), next, Instant.now())).isTrue();
        records.end(next.id(), Instant.now(), "");
        assertThat(records.since(BARE.id(), longAgo))
                .filteredOn(probe -> probe.id().equals(left.id()))
                .allSatisfy(probe -> assertThat(probe.trouble()).isEqualTo("The portal stopped before it ended."));
    }

    @Test
    void manyReplicasSendOneByThemselvesInAnInterval() {
        await().atMost(PATIENCE).until(() -> {
            probing.sendDue();
            return byItself(SHIPPED).size() > 0;
        });
        probing.sendDue();
        probing.sendDue();

        assertThat(byItself(SHIPPED)).hasSize(1);
        assertThat(byItself(BARE)).isEmpty();
    }

    @Test
    void whereNothingCanBeSentTheButtonSaysWhy() {
        assertThat(page(BARE))
                .contains("This environment has no Elasticsearch.")
                .doesNotContain("probe__send");
        MockMvcTester operator = visitors.in(BARE.name(), Role.OPERATOR);
        assertThat(operator.post().uri(path(BARE))).hasStatus(409);
        assertThat(visitors.in(SHIPPED.name(), Role.VIEWER).get().uri(path(SHIPPED)))
                .bodyText()
                .doesNotContain("probe__send");
    }

    private List<Probe> byItself(Environment environment) {
        return records.since(environment.id(), Instant.now().minus(Duration.ofHours(1))).stream()
                .filter(probe -> probe.askedBy().isEmpty())
                .toList();
    }

    private Probe ended(Environment environment, Predicate<Probe> which) {
        Predicate<Probe> ended = which.and(probe -> !probe.goesOn());
        await().atMost(PATIENCE).until(() -> all(environment).stream().anyMatch(ended));
        return all(environment).stream().filter(ended).findFirst().orElseThrow();
    }

    private List<Probe> all(Environment environment) {
        return records.since(environment.id(), Instant.now().minus(Duration.ofHours(1)));
    }

    private String page(Environment environment) {
        return body(visitors.in(environment.name(), Role.OPERATOR)
                .get()
                .uri(path(environment))
                .exchange());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String path(Environment environment) {
        return "/environments/" + environment.name() + "/logs/probe";
    }
}
