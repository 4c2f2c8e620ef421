package dev.binnacle.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes one JSON line per refusal or warning, each in a single write, so that lines never mix. */
final class VerdictLines {
    private final OutputStream output;
    private final Clock clock;

    VerdictLines(OutputStream output, Clock clock) {
        this.output = output;
        this.clock = clock;
    }

    void write(Review review, Verdict verdict) {
        switch (verdict) {
            case Verdict.Allowed() -> {}
            case Verdict.Warned(String message) -> write(review, "warned", message);
            case Verdict.Refused(String message) -> write(review, "refused", message);
        }
    }

    private void write(Review review, String verdict, String message) {
        String line = Json.object(json -> {
            json.writeStringProperty(
                    "timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringProperty("level", verdict.equals("refused") ? "warn" : "info");
            json.writeStringProperty("verdict", verdict);
            json.writeStringProperty("operation", review.operation());
            json.writeStringProperty(
                    "kind", review.kind().substring(review.kind().indexOf('/') + 1));
            json.writeStringProperty("namespace", review.namespace());
            json.writeStringProperty("name", review.name());
            json.writeStringProperty("user", review.user());
            json.writeBooleanProperty("dryRun", review.dryRun());
            json.writeStringProperty("message", message);
        });
        append(line + "\n");
    }

    private synchronized void append(String line) {
        try {
            output.write(line.getBytes(UTF_8));
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The verdict's line was not written", e);
        }
    }
}
