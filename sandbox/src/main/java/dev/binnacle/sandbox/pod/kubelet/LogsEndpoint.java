package dev.binnacle.sandbox.pod.kubelet;

import dev.binnacle.sandbox.pod.log.LogQuery;
import dev.binnacle.sandbox.pod.log.LogReader;
import dev.binnacle.sandbox.pod.log.LogStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers {@code /containerLogs/<namespace>/<pod>/<container>} with the parameters of the API's log request. */
final class LogsEndpoint {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServedPods pods;
    private final Clock clock;

    LogsEndpoint(ServedPods pods, Clock clock) {
        this.pods = pods;
        this.clock = clock;
    }

    void answer(RequestHead request, InputStream input, OutputStream output) throws IOException, InterruptedException {
        var path = request.path();
        Map<String, String> parameters = request.query();
        boolean previous = flag(parameters, "previous");
        Optional<ServedLog> log = pods.log(path.get(1), path.get(2), path.get(3), previous);
        if (log.isEmpty()) {
            Answers.text(output, "400 Bad Request", absent(path.get(2), path.get(3), previous));
            return;
        }
        LogQuery query;
        try {
            query = query(parameters);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            Answers.text(output, "400 Bad Request", "the log request has a parameter that is not well formed");
            return;
        }
        Thread reader = Thread.currentThread();
        Thread hangUp = Thread.ofVirtual().name("log-hang-up").start(() -> interruptAtEnd(input, reader));
        try (OutputStream body = new BufferedOutputStream(Answers.stream(output), BUFFER_BYTES)) {
            new LogReader(log.get().file(), query).copyTo(body, log.get().ended());
        } finally {
            hangUp.interrupt();
        }
    }

    private static void interruptAtEnd(InputStream input, Thread reader) {
        try {
            var _ = input.read();
        } catch (IOException broken) {
            // Hung up, as an end would be.
        }
        reader.interrupt();
    }

    private static String absent(String pod, String container, boolean previous) {
        return previous
                ? "previous terminated container \"%s\" in pod \"%s\" not found".formatted(container, pod)
                : "container \"%s\" in pod \"%s\" is waiting to start: ContainerCreating".formatted(container, pod);
    }

    private LogQuery query(Map<String, String> parameters) {
        Optional<Instant> since = Optional.ofNullable(parameters.get("sinceSeconds"))
                .map(seconds -> clock.instant().minusSeconds(Long.parseLong(seconds)))
                .or(() -> Optional.ofNullable(parameters.get("sinceTime")).map(Instant::parse));
        String stream = parameters.getOrDefault("stream", "All").toUpperCase(Locale.ROOT);
        return new LogQuery(
                flag(parameters, "follow"),
                flag(parameters, "timestamps"),
                Integer.parseInt(parameters.getOrDefault("tailLines", "-1")),
                Long.parseLong(parameters.getOrDefault("limitBytes", "-1")),
                since,
                stream.equals("ALL") ? Optional.empty() : Optional.of(LogStream.valueOf(stream)));
    }

    private static boolean flag(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "false");
        return value.isEmpty() || value.equals("1") || Boolean.parseBoolean(value);
    }
}
