package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Alerts that begin soon after a change, from what others tell of to the review. */
@PageTest
@Import(MonitoredTest.class)
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class FollowingTests {

    private final String run = UUID.randomUUID().toString();
    private final Visitors visitors;
    private final String secret;

    FollowingTests(Visitors visitors) throws Exception {
        this.visitors = visitors;
        this.secret = visitors.token("follows-" + run.substring(0, 8), "quay");
    }

    @Test
    void whatBeginsSoonAfterAChangeOfItsWorkloadIsToldWithIt() {
        String workload = "w" + run.substring(0, 8);
        assertThat(visitors.told(
                        secret, "/environments/quay/observed-changes", """
                        {"id":"%s","kind":"Deployment","namespace":"shop","name":"%s","says":"Deployed %s","manager":"Jenkins",
                        "link":"https://ci.example/job/12","outcome":"SUCCEEDED"}""".formatted(UUID.randomUUID(), workload, run)))
                .hasStatus(201);
        Instant now = Instant.now();
        tell("AfterItByName", "\"deployment\":\"" + workload + "\"", now.plus(Duration.ofMinutes(4)));
        tell("AfterItByPod", "\"pod\":\"" + workload + "-7d8f-abcde\"", now.plus(Duration.ofMinutes(5)));
        tell("OfAnother", "\"deployment\":\"" + workload + "2\"", now.plus(Duration.ofMinutes(4)));
        tell("BeforeIt", "\"deployment\":\"" + workload + "\"", now.minus(Duration.ofMinutes(4)));
        tell("LongAfterIt", "\"deployment\":\"" + workload + "\"", now.plus(Duration.ofMinutes(40)));

        String review = review("run=\"" + run + "\"");
        String following = review.substring(review.indexOf("After a change"));
        String table = following.substring(0, following.indexOf("</table>"));
        assertThat(table)
                .contains("Jenkins: Deployed " + run, "/workloads/shop/deployment/" + workload, "4 min")
                .contains("AfterItByName", "AfterItByPod")
                .doesNotContain("OfAnother", "BeforeIt", "LongAfterIt");
        assertThat(review("run=\"" + run + "\", alertname=\"BeforeIt\"")).doesNotContain("After a change");
    }

    private void tell(String name, String label, Instant at) {
        assertThat(visitors.told(secret, "/environments/quay/alert-notifications", """
                        {"version":"4","alerts":[{"status":"firing","fingerprint":"%016x","startsAt":"%s",
                        "endsAt":"0001-01-01T00:00:00Z","annotations":{},
                        "labels":{"alertname":"%s","namespace":"shop","run":"%s",%s}}]}""".formatted(
                                (long) (name + run).hashCode() & 0xffffffffL, at, name, run, label)))
                .hasStatusOk();
    }

    /** The alerts lie ahead, so the review is of the days until tomorrow's end. */
    private String review(String filter) {
        return new String(
                visitors.in("quay", Role.VIEWER)
                        .get()
                        .uri("/environments/quay/alerts/review")
                        .param("filter", filter)
                        .param(
                                "until",
                                Instant.now()
                                        .plus(Duration.ofDays(1))
                                        .toString()
                                        .substring(0, 10))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
