package dev.binnacle.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.access.Role;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.log.Marks;
import dev.binnacle.portal.log.Marks.Mark;
import dev.binnacle.portal.metric.FaultServer;
import dev.binnacle.portal.metric.Monitored;
import dev.binnacle.portal.web.Status;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** Alerts, from what Alertmanagers tell of them to the marks beside log lines. */
@PageTest
@TestPropertySource(properties = "binnacle.alerts.interval=1h")
class AlertMarksTests {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Instant night = Instant.now().minus(Duration.ofHours(10)).truncatedTo(ChronoUnit.MILLIS);
    private final FaultServer alertmanager = new FaultServer();
    private final Visitors visitors;
    private final AlertMarks marks;
    private final Boards boards;
    private final Monitored monitored;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String secret;

    AlertMarksTests(
            Visitors visitors,
            AlertMarks marks,
            Boards boards,
            Monitored monitored,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            TransactionOperations transactions)
            throws IOException {
        this.visitors = visitors;
        this.marks = marks;
        this.boards = boards;
        this.monitored = monitored;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.secret = visitors.token("marks-" + run, "quay");
        asIfNothingFired();
    }

    private void asIfNothingFired() {
        jdbc.sql("delete from alert_history where environment = ?")
                .param(monitored.environment().id().value())
                .update();
        read("");
    }

    @AfterEach
    void end() {
        alertmanager.close();
    }

    @Test
    void whatIsOverIsMarkedWhenItBeganAndLeadsToItsPage() {
        tell("Slow", "\"deployment\":\"echo\"", night, night.plusSeconds(600));

        List<Mark> found = marked("", night.minusSeconds(60), night.plusSeconds(60));
        assertThat(found).singleElement().satisfies(mark -> {
            assertThat(mark.at()).isEqualTo(night);
            assertThat(mark.status()).isEqualTo(Status.WARNING);
            assertThat(mark.label()).isEqualTo("Slow fired: Workload echo");
            assertThat(visitors.in("quay", Role.VIEWER).get().uri(URI.create(mark.link())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Slow", "story__then");
        });
        assertThat(marked("", night.plusMillis(1), Instant.now()))
                .as("while it fired, and after")
                .isEmpty();
        assertThat(marked("", night.minusSeconds(60), night)).as("before").isEmpty();
    }

    @Test
    void whatStillFiresIsMarkedOnceAlthoughTheHistoryHasItToo() {
        tell("Loud", "\"deployment\":\"echo\"", night, null);
        read(firing("Loud", "\"deployment\":\"echo\"", night, ""));

        for (String workload : List.of("", "deployment/shop/echo")) {
            assertThat(marked(workload, night, Instant.now())).singleElement().satisfies(mark -> {
                assertThat(mark.label()).isEqualTo("Loud fires: Workload echo");
                assertThat(visitors.in("quay", Role.VIEWER).get().uri(URI.create(mark.link())))
                        .hasStatusOk();
            });
        }
        read(firing("Loud", "\"deployment\":\"echo\"", night, "\"silence\""));
        assertThat(marked("", night, Instant.now())).as("silenced").isEmpty();
    }

    @Test
    void aWorkloadIsMarkedWithWhatIsAboutIt() {
        tell("ByName", "\"deployment\":\"echo\"", night, night.plusSeconds(60));
        tell("ByPod", "\"pod\":\"echo-6d7f5c9b8-lw2kj\"", night.plusSeconds(1), night.plusSeconds(60));
        tell("OfAnother", "\"deployment\":\"other\"", night, night.plusSeconds(60));

        assertThat(marked("deployment/shop/echo", night, Instant.now()))
                .extracting(Mark::label)
                .containsExactly("ByPod fired: Pod echo-6d7f5c9b8-lw2kj", "ByName fired: Workload echo");
        assertThat(marked("deployment/bank/echo", night, Instant.now())).isEmpty();
    }

    @Test
    void noMoreAreMarkedThanCanBeToldApartTheNewestOnes() {
        for (int i = 0; i < Marks.MOST + 5; i++) {
            tell("Many" + i, "\"pod\":\"p\"", night.plusSeconds(i), night.plusSeconds(600));
        }
        List<Mark> found = marked("", night, Instant.now());
        assertThat(found)
                .hasSize(Marks.MOST)
                .isSortedAccordingTo(Comparator.comparing(Mark::at).reversed());
        assertThat(found.getLast().at()).isEqualTo(night.plusSeconds(5));
    }

    /** As long as somebody else holds the tables. */
    @Test
    void whatFiresIsMarkedAlsoWhereTheHistoryDoesNotAnswer() {
        read(firing("Loud", "\"deployment\":\"echo\"", night, ""));
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("lock table alert_history, alert_label_sets").update();
            for (String workload : List.of("", "deployment/shop/echo")) {
                assertThat(CompletableFuture.supplyAsync(
                                        () -> marked(workload, night, Instant.now()), Thread::startVirtualThread)
                                .join())
                        .extracting(Mark::label)
                        .containsExactly("Loud fires: Workload echo");
            }
        });
    }

    private List<Mark> marked(String workload, Instant from, Instant to) {
        return marks.between(monitored.environment(), workload, from, to);
    }

    private void tell(String name, String label, Instant began, @Nullable Instant ended) {
        assertThat(visitors.told(secret, "/environments/quay/alert-notifications", """
                        {"version":"4","alerts":[{"status":"%s","fingerprint":"%s","startsAt":"%s","endsAt":"%s",
                        "annotations":{},"labels":%s}]}""".formatted(
                                ended == null ? "firing" : "resolved",
                                fingerprint(name),
                                began,
                                ended == null ? "0001-01-01T00:00:00Z" : ended,
                                labels(name, label))))
                .hasStatusOk();
    }

    private void read(String alerts) {
        alertmanager.onJson("/api/v2/status", "{}");
        alertmanager.onJson("/api/v2/silences", "[]");
        alertmanager.onJson(
                "/api/v2/alerts/groups",
                "[{\"labels\":{},\"receiver\":{\"name\":\"team\"},\"alerts\":[" + alerts + "]}]");
        monitored.alertmanagers(alertmanager.url());
        events.publishEvent(new EnvironmentChanged(monitored.environment().id(), "quay"));
        boards.refresh(monitored.environment());
    }

    private String firing(String name, String label, Instant began, String silence) {
        return """
                {"fingerprint":"%s","startsAt":"%s","labels":%s,"annotations":{},"generatorURL":"",
                "status":{"state":"%s","silencedBy":[%s],"inhibitedBy":[]}}""".formatted(
                fingerprint(name), began, labels(name, label), silence.isEmpty() ? "active" : "suppressed", silence);
    }

    private String labels(String name, String label) {
        return "{\"alertname\":\"%s\",\"severity\":\"warning\",\"namespace\":\"shop\",\"run\":\"%s\",%s}"
                .formatted(name, run, label);
    }

    private String fingerprint(String name) {
        return "%016x".formatted((long) (name + run).hashCode() & 0xffffffffL);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OneEnvironment {

        @Bean
        @Primary
        Monitored monitored() {
            return new Monitored();
        }
    }
}
