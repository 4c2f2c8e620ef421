package dev.binnacle.portal.alert.page;

import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.alert.board.Board;
import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.environment.EnvironmentChanged;
import dev.binnacle.portal.metric.Monitored;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An environment whose Alertmanager is real, with three alerts that fire, or whatever a test puts in its place. */
@TestComponent
class TrialEnvironment {

    static final String ALERTS = "/environments/quay/alerts";
    static final String ODD = "<script>alert(1)</script>";

    private final Monitored monitored;
    private final Boards boards;
    private final ApplicationEventPublisher events;
    private final TrialAlertmanager alertmanager = new TrialAlertmanager();
    private final String run = UUID.randomUUID().toString();

    TrialEnvironment(Monitored monitored, Boards boards, ApplicationEventPublisher events) {
        this.monitored = monitored;
        this.boards = boards;
        this.events = events;
        alertmanager.fire(List.of(
                labels("a", "critical", "shop", "one"),
                labels("b", "warning", "cart", "two"),
                labels("c", "warning", "search", ODD)));
    }

    private Map<String, String> labels(String name, String severity, String namespace, String is) {
        return Map.of("alertname", name, "severity", severity, "namespace", namespace, "is", is, "run", run);
    }

    /** The label that tells this trial's alerts from those of others. */
    String run() {
        return run;
    }

    TrialAlertmanager alertmanager() {
        return alertmanager;
    }

    Board board() {
        return boards.board(monitored.environment());
    }

    /** Reads again until it is there: Alertmanager shows an alert a moment after it took it. */
    String fingerprint(String is) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> found(is), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> found(String is) {
        Optional<String> fingerprint = board().alerts().stream()
                .filter(alert ->
                        alert.label("run").equals(run) && alert.label("is").equals(is))
                .map(Alert::fingerprint)
                .findFirst();
        if (fingerprint.isEmpty()) {
            boards.refresh(monitored.environment());
        }
        return fingerprint;
    }

    void readReal() {
        read(alertmanager.url());
    }

    void read(URI... alertmanagers) {
        monitored.alertmanagers(alertmanagers);
        events.publishEvent(new EnvironmentChanged(monitored.environment().id(), "quay"));
        boards.refresh(monitored.environment());
    }

    MvcTestResult page(MockMvcTester visitor, String address) {
        return visitor.get().uri(address).exchange();
    }

    String page(MockMvcTester visitor, String address, String filter) {
        return new String(
                visitor.get()
                        .uri(address)
                        .param("filter", filter)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    MvcTestResult post(MockMvcTester visitor, Map<String, String> form) {
        var request = visitor.post().uri(ALERTS + "/silences");
        form.forEach(request::param);
        return request.exchange();
    }
}
