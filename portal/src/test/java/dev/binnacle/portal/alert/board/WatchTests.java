package dev.binnacle.portal.alert.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.AlertState;
import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.metric.Endpoints;
import dev.binnacle.portal.metric.FaultServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class WatchTests {

    private final FaultServer one = new FaultServer();
    private final FaultServer other = new FaultServer();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(AddressRules.class, Endpoints.class);
    private final Watch watch = new Watch(
            Stream.of(one, other).map(this::alertmanager).toList(), "Watchdog", Runnable::run, Clock.systemUTC());

    @AfterEach
    void stop() {
        context.close();
        one.close();
        other.close();
    }

    @Test
    void anAlertOfTwoMembersOfAClusterIsOneAndAsLoudAsTheLoudest() {
        answers(one, "[\"a\", \"b\"]", alert("1", "Down", "[]"), silence("s1"));
        answers(other, "[\"b\", \"a\"]", alert("1", "Down", "[\"s1\"]"), silence("s1"));
        assertThat(watch.read(List.of())).isTrue();
        Board board = watch.board();
        assertThat(board.alerts()).singleElement().extracting(Alert::state).isEqualTo(AlertState.FIRING);
        assertThat(board.groups()).hasSize(1);
        assertThat(board.silences()).hasSize(1);
        assertThat(board.clusters()).hasSize(1);
        assertThat(board.staleSince()).isNull();
    }

    @Test
    void alertmanagersThatStandAloneAreTwoClusters() {
        answers(one, "[]", alert("1", "Down", "[]"), "");
        answers(other, "[]", alert("2", "Slow", "[]"), "");
        watch.read(List.of());
        assertThat(watch.board().alerts()).hasSize(2);
        assertThat(watch.board().clusters()).hasSize(2);
    }

    @Test
    void readingTheSameAgainIsNoChange() {
        answers(one, "[\"a\"]", alert("1", "Down", "[]"), "");
        answers(other, "[\"a\"]", alert("1", "Down", "[]"), "");
        watch.read(List.of());
        assertThat(watch.read(List.of())).isFalse();
    }

    @Test
    void aMemberThatFailsIsCoveredByItsCluster() {
        answers(one, "[\"a\", \"b\"]", alert("1", "Down", "[]"), "");
        answers(other, "[\"a\", \"b\"]", alert("1", "Down", "[]"), "");
        watch.read(List.of());
        other.on("/api/v2/status", 500, "text/plain", "");
        answers(one, "[\"a\", \"b\"]", "", "");
        watch.read(List.of());
        Board board = watch.board();
        assertThat(board.alerts()).isEmpty();
        assertThat(board.staleSince()).isNull();
        assertThat(board.members()).filteredOn(member -> !member.answers()).hasSize(1);
        assertThat(watch.writable(board.clusters().getFirst()).address())
                .contains(":" + one.url().getPort());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | text/plain       | x",
                "200 | text/html        | <html></html>",
                "200 | application/json | {",
                "401 | text/plain       | x",
                "403 | text/plain       | x"
            })
    void aClusterThatFailsKeepsWhatItSaidLastAndSaysSo(int status, String type, String body) {
        answers(one, "[\"a\", \"b\"]", alert("1", "Down", "[]"), "");
        answers(other, "[\"a\", \"b\"]", alert("1", "Down", "[]"), "");
        watch.read(List.of());
        Stream.of(one, other).forEach(server -> server.on("/api/v2/status", status, type, body));
        assertThat(watch.read(List.of())).isTrue();
        Board board = watch.board();
        assertThat(board.alerts()).hasSize(1);
        assertThat(board.staleSince()).isNotNull();
        watch.read(List.of());
        assertThat(watch.board().staleSince()).isEqualTo(board.staleSince());
        answers(one, "[\"a\", \"b\"]", "", "");
        watch.read(List.of());
        assertThat(watch.board().staleSince()).isNull();
    }

    @Test
    void theDeadMansSwitchIsNoAlertAndIsMissedWhenItStaysAway() {
        answers(one, "[\"a\"]", alert("1", "Watchdog", "[]"), "");
        answers(other, "[\"a\"]", alert("1", "Watchdog", "[]"), "");
        watch.read(List.of());
        DeadMansSwitch arrived = watch.board().deadMansSwitch();
        assertThat(watch.board().alerts()).isEmpty();
        Instant last = Objects.requireNonNull(arrived.lastArrived());
        assertThat(arrived.missing(last.plusSeconds(170), Duration.ofMinutes(3)))
                .isFalse();
        assertThat(arrived.missing(last.plusSeconds(190), Duration.ofMinutes(3)))
                .isTrue();
        answers(one, "[\"a\"]", "", "");
        answers(other, "[\"a\"]", "", "");
        watch.read(List.of());
        assertThat(watch.board().deadMansSwitch().lastArrived()).isEqualTo(last);
    }

    @Test
    void aMemberThatAnswersIsDoubtedForWhatItsMetricsSay() {
        answers(one, "[\"a\", \"b\"]", "", "");
        answers(other, "[\"a\", \"b\"]", "", "");
        watch.read(List.of());
        assertThat(watch.board().members()).extracting(Member::condition).containsOnly(Condition.SOUND);
        metrics(1, 3);
        watch.read(List.of());
        metrics(0, 5);
        assertThat(watch.read(List.of())).isTrue();
        Condition doubted = watch.board().members().getFirst().condition();
        assertThat(doubted.outdated()).isTrue();
        assertThat(doubted.undelivered()).singleElement().satisfies(each -> {
            assertThat(each.integration()).isEqualTo("webhook");
            assertThat(each.count()).isEqualTo(2);
        });
        assertThat(watch.read(List.of())).as("the same again is no change").isFalse();
        one.on("/metrics", 403, "text/plain", "");
        watch.read(List.of());
        assertThat(watch.board().members().getFirst().condition()).isEqualTo(Condition.SOUND);
    }

    private void metrics(int reloaded, int failed) {
        one.on(
                "/metrics",
                200,
                "text/plain",
                "alertmanager_config_last_reload_successful %d\nalertmanager_notifications_failed_total{integration=\"webhook\"} %d\n"
                        .formatted(reloaded, failed));
    }

    private Alertmanager alertmanager(FaultServer server) {
        Connection connection = new Connection(server.url(), new Credential.None());
        return new Alertmanager(
                "127.0.0.1:" + server.url().getPort(),
                context.getBean(Endpoints.class).of(connection, "Alertmanager of test"),
                Clock.systemUTC());
    }

    private static void answers(FaultServer server, String peers, String alerts, String silences) {
        String named = peers.replaceAll("\"([a-z])\"", "{\"name\": \"$1\", \"address\": \"$1:9094\"}");
        server.onJson(
                "/api/v2/status",
                "{\"cluster\": {\"peers\": " + named + "}, \"versionInfo\": {\"version\": \"0.31.1\"}}");
        server.onJson(
                "/api/v2/alerts/groups",
                alerts.isEmpty()
                        ? "[]"
                        : "[{\"labels\": {}, \"receiver\": {\"name\": \"team\"}, \"alerts\": [" + alerts + "]}]");
        server.onJson("/api/v2/silences", "[" + silences + "]");
    }

    private static String alert(String fingerprint, String name, String silencedBy) {
        return """
                {"fingerprint": "%s", "labels": {"alertname": "%s"}, "startsAt": "2026-11-17T03:00:00.000Z",
                 "updatedAt": "2026-11-17T03:10:00.000Z", "status": {"silencedBy": %s}}""".formatted(fingerprint, name, silencedBy);
    }

    private static String silence(String id) {
        return """
                {"id": "%s", "status": {"state": "active"}, "startsAt": "2026-11-17T03:00:00.000Z",
                 "endsAt": "2036-11-17T03:00:00.000Z", "createdBy": "erin", "comment": "known",
                 "matchers": [{"name": "alertname", "value": "Down", "isRegex": false}]}""".formatted(id);
    }
}
