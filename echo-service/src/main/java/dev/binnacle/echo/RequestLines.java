package dev.binnacle.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes one JSON line per request, each in a single write, so that lines never mix. */
final class RequestLines {
    private final LineOutput output;
    private final Clock clock;
    private final Identity identity;

    RequestLines(LineOutput output, Clock clock, Identity identity) {
        this.output = output;
        this.clock = clock;
        this.identity = identity;
    }

    void write(String method, Trace trace, @Nullable QueryParameters parameters, Answer answer, Duration taken) {
        String line = Json.object(json -> {
            json.writeStringProperty(
                    "timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringProperty(
                    "level", answer.status() >= 500 ? "error" : answer.status() >= 400 ? "warn" : "info");
            json.writeStringProperty("method", method);
            json.writeStringProperty("path", "/api");
            json.writeNumberProperty("status", answer.status());
            json.writeNumberProperty("durationMillis", taken.dividedBy(1_000).toNanos() / 1_000.0);
            trace.requestId().ifPresent(id -> json.writeStringProperty("requestId", id));
            trace.traceId().ifPresent(id -> json.writeStringProperty("traceId", id));
            json.writeStringProperty("version", identity.version());
            if (parameters != null) {
                Excerpt excerpt = Excerpt.of(parameters);
                json.writeName("parameters").writeStartObject();
                excerpt.parameters().write(json);
                json.writeEndObject();
                if (excerpt.cut()) {
                    json.writeBooleanProperty("cut", true);
                }
            }
        });
        append(line + "\n");
    }

    /** Called once no more requests come. */
    synchronized void finish() {
        try {
            output.finish();
        } catch (IOException e) {
            System.err.println("The log file was not finished: " + e);
        }
    }

    private synchronized void append(String line) {
        try {
            output.write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The request line was not written", e);
        }
    }
}
