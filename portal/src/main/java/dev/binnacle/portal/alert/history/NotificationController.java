package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.audit.ChangesNothing;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Alertmanagers notify the portal, so that its history also has what began and ended between two readings. */
@RestController
class NotificationController {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Environments environments;
    private final Recording recording;
    private final Months months;
    private final String deadMansSwitch;

    NotificationController(
            Environments environments,
            Recording recording,
            Months months,
            @Value("${binnacle.alerts.dead-mans-switch:Watchdog}") String deadMansSwitch) {
        this.environments = environments;
        this.recording = recording;
        this.months = months;
        this.deadMansSwitch = deadMansSwitch;
    }

    /** An Alertmanager tries again where this fails, but not where it is refused; what is told twice is kept once. */
    @ChangesNothing("Nobody asks for it: an Alertmanager tells what fires.")
    @PostMapping("/environments/{environment}/alert-notifications")
    ResponseEntity<?> take(@PathVariable String environment, InputStream body) throws IOException {
        Environment known = environments.named(environment);
        byte[] read = body.readNBytes(MOST_BYTES + 1);
        if (read.length > MOST_BYTES) {
            return refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "",
                    "The notification has more than 16 MiB. Nothing was kept. Set max_alerts of the webhook.");
        }
        try {
            List<Firing> told = Notification.read(read).firings().values().stream()
                    .filter(firing -> months.take(firing.startsAt()))
                    .filter(firing -> !deadMansSwitch.equals(firing.labels().get("alertname")))
                    .toList();
            recording.told(known.id(), told);
            return ResponseEntity.ok(Map.of("environment", known.name(), "alerts", told.size()));
        } catch (Notification.Faulty faulty) {
            return refused(HttpStatus.BAD_REQUEST, faulty.field(), String.valueOf(faulty.getMessage()));
        } catch (DataAccessException | TransactionException failure) {
            throw new Unavailable("PostgreSQL", "It cannot be kept now. Try again.", failure);
        }
    }

    private static ResponseEntity<ProblemDetail> refused(HttpStatus status, String field, String says) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, says);
        problem.setTitle("Not understood");
        problem.setProperty("field", field);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
