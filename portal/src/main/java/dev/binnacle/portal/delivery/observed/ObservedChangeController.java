package dev.binnacle.portal.delivery.observed;

import dev.binnacle.portal.access.Permissions;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.Environments;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where programs tell of changes that they made. */
@RestController
class ObservedChangeController {
    private static final int MOST_BYTES = 16_384;

    private final Environments environments;
    private final ObservedChanges changes;
    private final Permissions permissions;
    private final Clock clock;

    ObservedChangeController(Environments environments, ObservedChanges changes, Permissions permissions, Clock clock) {
        this.environments = environments;
        this.changes = changes;
        this.permissions = permissions;
        this.clock = clock;
    }

    @PostMapping("/environments/{environment}/observed-changes")
    ResponseEntity<?> register(@PathVariable String environment, InputStream body) throws IOException {
        Environment known = environments.named(environment);
        byte[] read = body.readNBytes(MOST_BYTES + 1);
        if (read.length > MOST_BYTES) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "", "The body has more than " + MOST_BYTES + " bytes.");
        }
        try {
            ObservedChange change = Report.read(read, known, permissions.account(), clock.instant());
            boolean created = changes.register(known, change);
            return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(Map.of(
                            "id", change.id(),
                            "environment", known.name(),
                            "workload", change.workload().toString(),
                            "outcome", change.outcome().name()));
        } catch (FaultyReport faulty) {
            return refused(HttpStatus.BAD_REQUEST, faulty.field(), String.valueOf(faulty.getMessage()));
        }
    }

    private static ResponseEntity<ProblemDetail> refused(HttpStatus status, String field, String says) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, says + " Nothing was changed.");
        problem.setTitle("Not understood");
        problem.setProperty("field", field);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
