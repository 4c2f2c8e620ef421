package dev.binnacle.portal.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Copies a log to a browser as events: one for each line, whose id is the line's time, and {@code end} where the log
 * ends. A pulse every few seconds finds out whether the browser is still there.
 */
final class LogEvents {

    private static final Duration LIFE = Duration.ofSeconds(50);
    private static final Duration PULSE = Duration.ofSeconds(5);
    private static final long STREAM_BYTES = 4L << 20;

    private final LogLines log;
    private final OutputStream browser;
    private final @Nullable Instant after;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param after lines up to this time were sent before; null where none were */
    LogEvents(InputStream log, OutputStream browser, @Nullable Instant after) {
        this.log = new LogLines(log);
        this.browser = browser;
        this.after = after;
    }

    void copy() throws IOException {
        Thread pulse = Thread.ofVirtual().name("log-pulse").start(this::pulse);
        try {
            write("retry: 1000\n\n");
            long left = STREAM_BYTES;
            String line = log.next();
            while (line != null && left > 0) {
                left -= line.length();
                send(line);
                line = log.next();
            }
            write(left > 0 ? "event: end\ndata: end\n\n" : "event: end\ndata: bound\n\n");
        } catch (IOException ended) {
            if (!over.get()) {
                throw ended;
            }
        } finally {
            over.set(true);
            pulse.interrupt();
        }
    }

    private void pulse() {
        long end = System.nanoTime() + LIFE.toNanos();
        try {
            while (!over.get() && System.nanoTime() < end) {
                Thread.sleep(PULSE);
                write(": still here\n\n");
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException left) {
            over.set(true);
        }
        close();
    }

    private void close() {
        over.set(true);
        try {
            log.close();
        } catch (IOException ended) {
            over.set(true); // it is closed either way
        }
    }

    private void send(String line) throws IOException {
        int space = line.indexOf(' ');
        String time = space > 0 ? line.substring(0, space) : "";
        if (time.isEmpty() || seen(time)) {
            return;
        }
        write("id: " + time + "\ndata: " + line + "\n\n");
    }

    private boolean seen(String time) {
        try {
            return after != null && !Instant.parse(time).isAfter(after);
        } catch (DateTimeParseException unknown) {
            return false;
        }
    }

    private synchronized void write(String event) throws IOException {
        browser.write(event.getBytes(StandardCharsets.UTF_8));
        browser.flush();
    }
}
