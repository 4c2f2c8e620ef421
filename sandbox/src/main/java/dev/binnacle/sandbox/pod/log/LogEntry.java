package dev.binnacle.sandbox.pod.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a log file in the container runtime's format: {@code <RFC 3339 time> <stream> <F or P> <text>}.
 *
 * @param complete false for a piece of a line that was too long to be written at once
 */
public record LogEntry(Instant time, LogStream stream, boolean complete, String text) {

    /** The line in the file, with its end. */
    public String line() {
        return time + " " + stream.label() + (complete ? " F " : " P ") + text + "\n";
    }

    /** The entry in a file's line, or nothing where the line is not in the format. */
    public static Optional<LogEntry> parse(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LogEntry(Instant.parse(parts[0]), LogStream.of(parts[1]), parts[2].startsWith("F"), parts[3]));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
