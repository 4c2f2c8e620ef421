package dev.binnacle.echo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lines go to the file, and where it cannot be written to the fallback, so that the service answers in any case. The
 * file is tried again every 30 s; one complaint for each outage.
 */
final class FileLines implements LineOutput {
    static final Duration RETRY = Duration.ofSeconds(30);
    private final RotatedFile file;
    private final LineOutput fallback;
    private final PrintStream complaints;
    private final Clock clock;
    private @Nullable Instant retryAt;

    FileLines(RotatedFile file, LineOutput fallback, PrintStream complaints, Clock clock) {
        this.file = file;
        this.fallback = fallback;
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void write(byte[] line) throws IOException {
        if (retryAt != null && clock.instant().isBefore(retryAt)) {
            fallback.write(line);
            return;
        }
        try {
            file.append(line);
        } catch (IOException e) {
            if (retryAt == null) {
                complaints.println("The log file cannot be written, lines go to standard output: " + e);
            }
            retryAt = clock.instant().plus(RETRY);
            fallback.write(line);
            return;
        }
        if (retryAt != null) {
            retryAt = null;
            complaints.println("The log file is written again");
        }
    }

    /** Rotates the file, so that what takes rotated files elsewhere finds the last lines, too. */
    @Override
    public void finish() throws IOException {
        file.finish();
    }
}
