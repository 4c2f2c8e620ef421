package dev.binnacle.portal.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.cluster.ClusterModel;
import dev.binnacle.portal.cluster.Clusters;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.delivery.ClusterTest;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.delivery.OperationBrief;
import dev.binnacle.portal.delivery.Operations;
import dev.binnacle.portal.delivery.PretendedWorkloads;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@ClusterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationPagesTests {
    private static final String REHEARSAL = "/environments/" + OneCluster.REHEARSAL.name() + "/operations";
    private static final String PRODUCTION = "/environments/" + OneCluster.PRODUCTION.name() + "/operations";

    private final Visitors visitors;
    private final Operations operations;
    private final JdbcClient jdbc;
    private final ClusterModel model;
    private final PretendedWorkloads workloads;

    OperationPagesTests(
            Visitors visitors, Operations operations, JdbcClient jdbc, Clusters clusters, KubernetesClient client) {
        this.visitors = visitors;
        this.operations = operations;
        this.jdbc = jdbc;
        this.model = clusters.model(OneCluster.REHEARSAL);
        clusters.model(OneCluster.PRODUCTION);
        this.workloads = new PretendedWorkloads(client);
    }

    @AfterAll
    void tidy() {
        workloads.remove();
    }

    @Test
    void oneClickSentTwiceIsOneOperationWithOneAuditEntry() {
        WorkloadKey once = deployment("once");
        String id = UUID.randomUUID().toString();

        var first = click(operator(), once, id).exchange();
        var second = click(operator(), once, id).exchange();

        assertThat(first).hasStatus(302);
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(operations.latest(OneCluster.REHEARSAL.name(), once, 5)).hasSize(1);
        Instant now = Instant.now();
        String environment = OneCluster.REHEARSAL.name();
        assertThat(operations.between(environment, once, now.minusSeconds(60), now.plusSeconds(60), 5))
                .hasSize(1);
        assertThat(operations.between(environment, once, now.minusSeconds(120), now.minusSeconds(60), 5))
                .isEmpty();
        assertThat(audited("operation.confirm", once)).isEqualTo(1);
        await(() -> operations
                        .latest(OneCluster.REHEARSAL.name(), once, 1)
                        .getFirst()
                        .endedAt()
                != null);
        var page = operator()
                .get()
                .uri(String.valueOf(first.getResponse().getRedirectedUrl()))
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Redeploy once: done.", "Verified");
        OperationBrief done = operations.latest(environment, once, 1).getFirst();
        Instant ended = Objects.requireNonNull(done.endedAt());
        String time = "&amp;from=" + done.askedAt().minusSeconds(600) + "&amp;to=" + ended.plusSeconds(600) + "\"";
        assertThat(page).bodyText().contains("%2Fonce" + time.replace(":", "%3A"));
        assertThat(audited("operation.succeeded", once)).isEqualTo(1);
    }

    @Test
    void aViewerSeesWhyTheButtonIsDisabledAndMayNotClick() {
        WorkloadKey seen = deployment("seen");
        MockMvcTester viewer = visitors.in(OneCluster.REHEARSAL.name(), Role.VIEWER);

        assertThat(viewer.get().uri(REHEARSAL + "/of/{n}/deployment/seen", workloads.namespace()))
                .hasStatusOk()
                .bodyText()
                .contains("aria-disabled=\"true\"", "Your role in this environment is to look.");
        assertThat(click(viewer, seen, UUID.randomUUID().toString())).hasStatus(403);
        assertThat(viewer.post().uri(REHEARSAL + "/1/undo")).hasStatus(403);
        assertThat(viewer.get().uri(plan(REHEARSAL, "redeploy", "seen")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("delivery__confirm-form");
        assertThat(operations.latest(OneCluster.REHEARSAL.name(), seen, 5)).isEmpty();
    }

    @Test
    void withoutATokenNothingHappens() {
        WorkloadKey forged = deployment("forged");
        String account = visitors.account("forger", OneCluster.REHEARSAL.name(), Role.OPERATOR);

        assertThat(click(
                        visitors.withoutToken(account),
                        forged,
                        UUID.randomUUID().toString()))
                .hasStatus(403);
        assertThat(operations.latest(OneCluster.REHEARSAL.name(), forged, 5)).isEmpty();
    }

    @Test
    void lookingAtAPlanChangesNothing() {
        WorkloadKey looked = deployment("looked");

        assertThat(operator().get().uri(plan(REHEARSAL, "redeploy", "looked")))
                .hasStatusOk()
                .bodyText()
                .contains("This can be done now.", "restartedAt", "delivery__confirm-form");
        assertThat(workloads.get("looked").getMetadata().getGeneration()).isEqualTo(1);
        assertThat(operations.latest(OneCluster.REHEARSAL.name(), looked, 5)).isEmpty();
    }

    @Test
    void productionAsksForAReason() {
        WorkloadKey careful = deployment("careful");
        MockMvcTester operator = visitors.in(OneCluster.PRODUCTION.name(), Role.OPERATOR);
        var page = operator.get().uri(plan(PRODUCTION, "redeploy", "careful")).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Production asks for a reason.");
        String body = body(page);

        assertThat(confirmed(operator, PRODUCTION, careful, "", body))
                .hasStatus(409)
                .bodyText()
                .contains("asks for a reason");
        assertThat(operations.latest(OneCluster.PRODUCTION.name(), careful, 5)).isEmpty();
        assertThat(confirmed(operator, PRODUCTION, careful, "Release 7", body)).hasStatus(302);
        assertThat(jdbc.sql("select reason from operations where name = 'careful'")
                        .query(String.class)
                        .single())
                .isEqualTo("Release 7");
    }

    @Test
    void theListFiltersAndCounts() {
        WorkloadKey listed = deployment("listed");
        click(operator(), listed, UUID.randomUUID().toString()).exchange();

        assertThat(operator().get().uri(REHEARSAL + "?find=listed"))
                .hasStatusOk()
                .bodyText()
                .contains("Redeploy listed");
        assertThat(operator().get().uri(REHEARSAL + "?find=listed&kind=scale"))
                .hasStatusOk()
                .bodyText()
                .contains("No operation matches the filter.");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(operator().get().uri(REHEARSAL + "/999999")).hasStatus(404);
        assertThat(operator().get().uri(plan(REHEARSAL, "redeploy", "no-such-thing")))
                .hasStatus(404);
        assertThat(operator().get().uri(plan(REHEARSAL, "explode", "no-such-thing")))
                .hasStatus(404);
    }

    private MockMvcTester operator() {
        return visitors.in(OneCluster.REHEARSAL.name(), Role.OPERATOR);
    }

    private static MockMvcRequestBuilder click(MockMvcTester visitor, WorkloadKey key, String id) {
        return visitor.post()
                .uri(REHEARSAL)
                .param("kind", "redeploy")
                .param("workload", "deployment")
                .param("namespace", key.namespace())
                .param("name", key.name())
                .param("id", id)
                .param("quick", "true");
    }

    private static MockMvcRequestBuilder confirmed(
            MockMvcTester visitor, String path, WorkloadKey key, String reason, String page) {
        return visitor.post()
                .uri(path)
                .param("kind", "redeploy")
                .param("workload", "deployment")
                .param("namespace", key.namespace())
                .param("name", key.name())
                .param("id", hidden(page, "id"))
                .param("base", hidden(page, "base"))
                .param("reason", reason);
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as("field %s", name).isTrue();
        return field.group(1);
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String plan(String path, String kind, String name) {
        return path + "/plan?kind=" + kind + "&workload=deployment&namespace=" + workloads.namespace() + "&name="
                + name;
    }

    private long audited(String action, WorkloadKey key) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and target = ?")
                .params(action, key.toString())
                .query(Long.class)
                .single();
    }

    private WorkloadKey deployment(String name) {
        WorkloadKey key = workloads.deployment(name);
        await(() -> model.workload(key).filter(seen -> seen.available() == 2).isPresent());
        return key;
    }

    private static void await(BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
