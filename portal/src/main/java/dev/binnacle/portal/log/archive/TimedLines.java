package dev.binnacle.portal.log.archive;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, each with a time. A line that says none, as of a stack trace, has that of the one before it. Those
 * that a file begins with have that of the first line that says one, where it is among the first thousand; else that at
 * which the file was rotated, since none in it is younger. All of it follows from the file alone, so that a line has the
 * same time whichever restore reads it, and however often.
 */
final class TimedLines {

    private static final int LINES_AHEAD = 1_000;
    private static final int CHARACTERS_AHEAD = 2_000_000;

    private final LineReader reader;
    private final Queue<ArchivedLine> ahead = new ArrayDeque<>();
    private @Nullable IOException damage;
    private Instant last;
    private boolean isTold;

    TimedLines(LineReader reader, Instant rotatedAt) throws IOException {
        this.reader = reader;
        Optional<Instant> first = lookedAhead();
        last = first.orElse(rotatedAt);
        isTold = first.isPresent();
    }

    /**
     * Returns null at the end.
     *
     * @throws ZipException where the file is damaged from there on, as {@link EOFException} does
     */
    @Nullable
    Line next() throws IOException {
        ArchivedLine line = ahead.poll();
        if (line == null) {
            line = read();
        }
        if (line == null) {
            return null;
        }
        Optional<Instant> own = line.at();
        isTold |= own.isPresent();
        last = own.orElse(last);
        return new Line(line, last, !isTold);
    }

    private Optional<Instant> lookedAhead() throws IOException {
        Optional<Instant> first = Optional.empty();
        int characters = 0;
        try {
            while (first.isEmpty() && ahead.size() < LINES_AHEAD && characters < CHARACTERS_AHEAD) {
                ArchivedLine line = read();
                if (line == null) {
                    break;
                }
                ahead.add(line);
                characters += line.length();
                first = line.at();
            }
        } catch (ZipException | EOFException damaged) {
            // The lines before it come first.
            damage = damaged;
        }
        return first;
    }

    private @Nullable ArchivedLine read() throws IOException {
        if (damage != null) {
            throw damage;
        }
        String text = reader.next();
        return text == null ? null : ArchivedLine.of(text);
    }

    /** @param isUntimed whether it has the time of its file, since nothing in it says its own */
    record Line(ArchivedLine line, Instant at, boolean isUntimed) {}
}
