package dev.binnacle.sandbox.data.shipper;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a log file in the format of container runtimes: time, stream, {@code F} or {@code P}, text.
 *
 * @param complete false where the text goes on in the stream's next line
 */
record CriLine(String time, String stream, boolean complete, String text) {

    /** Returns nothing where the line is not in that format. */
    static Optional<CriLine> parse(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length < 4 || !isTime(parts[0])) {
            return Optional.empty();
        }
        return Optional.of(new CriLine(parts[0], parts[1], !parts[2].startsWith("P"), parts[3]));
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).isAfter(Instant.EPOCH);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
