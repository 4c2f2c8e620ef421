package dev.binnacle.sandbox.pod.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Answers a {@link LogQuery} from a log file, following it over rotations where asked. */
public final class LogReader {

    private static final Duration FOLLOW_PAUSE = Duration.ofMillis(100);
    private static final int LONGEST_TAIL = 100_000;

    private final Path file;
    private final LogQuery query;
    private long remainingBytes;

    public LogReader(Path file, LogQuery query) {
        this.file = file;
        this.query = query;
        this.remainingBytes = query.limitBytes() < 0 ? Long.MAX_VALUE : query.limitBytes();
    }

    /**
     * Writes what the query asks for. A following reader returns once the writer has ended, its last lines included, or
     * fails when the reading end hangs up.
     *
     * @param ended whether the container has stopped writing
     */
    public void copyTo(OutputStream output, BooleanSupplier ended) throws IOException, InterruptedException {
        try (LogFile log = new LogFile(file)) {
            written(log, output);
            output.flush();
            while (query.follow() && remainingBytes > 0) {
                boolean last = ended.getAsBoolean();
                boolean any = false;
                for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
                    any |= emit(entry.get(), output);
                }
                if (any) {
                    output.flush();
                }
                if (last) {
                    return;
                }
                Thread.sleep(FOLLOW_PAUSE);
            }
        }
    }

    private void written(LogFile log, OutputStream output) throws IOException {
        if (query.tailLines() < 0) {
            for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
                emit(entry.get(), output);
            }
            return;
        }
        int wanted = Math.min(query.tailLines(), LONGEST_TAIL);
        Deque<LogEntry> tail = new ArrayDeque<>();
        for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
            if (query.accepts(entry.get())) {
                tail.addLast(entry.get());
            }
            if (tail.size() > wanted) {
                tail.removeFirst();
            }
        }
        for (LogEntry entry : tail) {
            emit(entry, output);
        }
    }

    private boolean emit(LogEntry entry, OutputStream output) throws IOException {
        if (!query.accepts(entry) || remainingBytes <= 0) {
            return false;
        }
        String line = (query.timestamps() ? entry.time() + " " : "") + entry.text() + (entry.complete() ? "\n" : "");
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int length = (int) Math.min(bytes.length, remainingBytes);
        output.write(bytes, 0, length);
        remainingBytes -= length;
        return true;
    }
}
