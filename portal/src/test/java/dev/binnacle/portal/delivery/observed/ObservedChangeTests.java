package dev.binnacle.portal.delivery.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.delivery.ClusterTest;
import dev.binnacle.portal.delivery.OneCluster;
import dev.binnacle.portal.log.Marks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Programs that tell of changes, from the token to the page. */
@ClusterTest
class ObservedChangeTests {
    private static final String REHEARSAL = OneCluster.REHEARSAL.name();
    private static final String PRODUCTION = OneCluster.PRODUCTION.name();
    private static final String TOKENS = "/administration/tokens";

    private final Visitors visitors;
    private final JdbcClient jdbc;
    private final List<Marks> marks;

    ObservedChangeTests(Visitors visitors, JdbcClient jdbc, List<Marks> marks) {
        this.visitors = visitors;
        this.jdbc = jdbc;
        this.marks = marks;
    }

    @Test
    void aBuildThatTellsTwiceIsShownOnceWithItsLinkAndAuditedOnce() throws Exception {
        String secret = token("observed-twice");
        String report = report("observed-twice", "Deployed twice:1");

        assertThat(told(REHEARSAL, secret, report)).hasStatus(201);
        assertThat(told(REHEARSAL, secret, report)).hasStatus(200);
        assertThat(told(REHEARSAL, secret, report.replace("twice:1", "twice:2")))
                .hasStatus(409)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("Another change was told of");

        var viewer = visitors.in(REHEARSAL, Role.VIEWER);
        assertThat(viewer.get().uri("/environments/" + REHEARSAL + "/operations/of/shop/deployment/observed-twice"))
                .hasStatusOk()
                .bodyText()
                .containsOnlyOnce("Deployed twice:1")
                .contains("href=\"https://ci.example/job/12\"", "Jenkins", "token/observed-twice");
        assertThat(viewer.get().uri("/environments/" + REHEARSAL + "/operations"))
                .bodyText()
                .containsOnlyOnce("Deployed twice:1");
        String lines = "/environments/" + REHEARSAL + "/logs?workload=deployment%2Fshop%2Fobserved-twice&amp;from=";
        for (String page : List.of("", "/of/shop/deployment/observed-twice", before("observed-twice"))) {
            assertThat(viewer.get().uri("/environments/" + REHEARSAL + "/operations" + page))
                    .hasStatusOk()
                    .bodyText()
                    .contains(lines, "log lines around it");
        }
        assertThat(audited("change.observe", "deployment shop/observed-twice")).isOne();
        assertThat(marked("deployment/shop/observed-twice"))
                .singleElement()
                .satisfies(mark -> assertThat(mark.link()).endsWith("/workloads/shop/deployment/observed-twice"));
        assertThat(marked("deployment/shop/another")).isEmpty();
    }

    private static String before(String workload) {
        return "/before/shop/deployment/" + workload + "?at=" + Instant.now().plusSeconds(60);
    }

    private List<Marks.Mark> marked(String workload) {
        Instant now = Instant.now();
        return marks.stream()
                .flatMap(room ->
                        room
                                .between(OneCluster.REHEARSAL, workload, now.minusSeconds(60), now.plusSeconds(60))
                                .stream())
                .filter(mark -> mark.label().contains("Deployed twice:1"))
                .toList();
    }

    @Test
    void aTokenIsGoodInItsEnvironmentAndForNothingElse() throws Exception {
        String secret = token("observed-bounds");
        assertThat(told(PRODUCTION, secret, report("bounds", "Deployed")))
                .hasStatus(404)
                .hasContentType("application/problem+json");
        assertThat(visitors.program()
                        .get()
                        .uri("/environments/" + REHEARSAL + "/operations")
                        .header("Authorization", "Bearer " + secret))
                .as("a page")
                .hasStatus(303);
        assertThat(visitors.program()
                        .post()
                        .uri("/environments/" + REHEARSAL + "/operations")
                        .header("Authorization", "Bearer " + secret))
                .as("an operation")
                .hasStatus(403);
    }

    @Test
    void anUnknownARevokedAndAnExpiredTokenAreRefused() throws Exception {
        String secret = token("observed-ends");
        String report = report("ends", "Deployed");
        for (String header : new String[] {"Bearer nothing", "Bearer ", "Basic YTpi", secret}) {
            assertThat(visitors.program()
                            .post()
                            .uri("/environments/" + REHEARSAL + "/observed-changes")
                            .header("Authorization", header)
                            .content(report))
                    .as(header)
                    .hasStatus(401)
                    .hasHeader("WWW-Authenticate", "Bearer");
        }
        jdbc.sql("update api_tokens set expires_at = now() where name = 'observed-ends'")
                .update();
        assertThat(told(REHEARSAL, secret, report)).hasStatus(401);
        jdbc.sql("update api_tokens set expires_at = now() + interval '1 day' where name = 'observed-ends'")
                .update();
        assertThat(told(REHEARSAL, secret, report)).hasStatus(201);
        assertThat(visitors.administrator().post().uri(TOKENS + "/observed-ends/revoke"))
                .hasStatus3xxRedirection();
        assertThat(told(REHEARSAL, secret, report)).hasStatus(401);
        assertThat(audited("token.revoke", "token observed-ends")).isOne();
    }

    @Test
    void aSecretIsShownOnceAndKeptNowhere() throws Exception {
        String secret = token("observed-secret");
        assertThat(visitors.administrator().get().uri(TOKENS))
                .bodyText()
                .contains("observed-secret")
                .doesNotContain(secret);
        assertThat(jdbc.sql("select count(*) from audit_entries where details::text like '%' || ? || '%'")
                        .param(secret)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNameThatIsTakenOrNoneMakesNoToken() throws Exception {
        token("observed-taken");
        assertThat(visitors.administrator()
                        .post()
                        .uri(TOKENS)
                        .param("name", "observed-taken")
                        .param("environment", REHEARSAL)
                        .param("days", "30"))
                .hasStatus(409);
        assertThat(visitors.administrator()
                        .post()
                        .uri(TOKENS)
                        .param("name", "<b>")
                        .param("environment", REHEARSAL)
                        .param("days", "30"))
                .hasStatus(422)
                .bodyText()
                .contains("No token was made.")
                .doesNotContain("<b>");
        assertThat(visitors.administrator()
                        .post()
                        .uri(TOKENS)
                        .param("name", "observed-long")
                        .param("environment", REHEARSAL)
                        .param("days", "36500"))
                .hasStatus(422);
    }

    @Test
    void whatCannotBeReadIsNamedByItsField() throws Exception {
        String secret = token("observed-faulty");
        assertThat(told(REHEARSAL, secret, report("faulty", "Deployed").replace("SUCCEEDED", "GOOD")))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("\"field\":\"outcome\"");
        assertThat(told(REHEARSAL, secret, " ".repeat(20_000))).hasStatus(413);
        assertThat(audited("change.observe", "deployment shop/faulty")).isZero();
    }

    private MvcTestResult told(String environment, String secret, String report) {
        return visitors.told(secret, "/environments/" + environment + "/observed-changes", report);
    }

    private String token(String name) throws Exception {
        String secret = visitors.token(name, REHEARSAL);
        assertThat(audited("token.create", "token " + name)).isOne();
        return secret;
    }

    private static String report(String workload, String says) {
        return """
                {"id":"%s","kind":"Deployment","namespace":"shop","name":"%s","says":"%s","manager":"Jenkins",
                "link":"https://ci.example/job/12","outcome":"SUCCEEDED"}
                """.formatted(UUID.randomUUID(), workload, says);
    }

    private long audited(String action, String target) {
        return jdbc.sql("select count(*) from audit_entries where action = ? and target = ?")
                .params(action, target)
                .query(Long.class)
                .single();
    }
}
