package dev.binnacle.sandbox.pod.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a log from its oldest kept line on, going over to the new file when the log is rotated under the reader. */
final class LogFile implements AutoCloseable {

    private final Path file;
    private final byte[] buffer = new byte[16 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private InputStream input;
    private @Nullable Object key;
    private int position;
    private int filled;

    LogFile(Path file) throws IOException {
        this.file = file;
        Path older = ContainerLog.rotated(file);
        Path first = Files.exists(older) ? older : file;
        this.key = key(first);
        this.input = Files.newInputStream(first);
    }

    /** The next entry, or nothing when all that was written so far is read. */
    Optional<LogEntry> next() throws IOException {
        while (true) {
            if (position == filled && !fill()) {
                return Optional.empty();
            }
            byte octet = buffer[position++];
            if (octet == '\n') {
                Optional<LogEntry> entry = LogEntry.parse(line.toString(StandardCharsets.UTF_8));
                line.reset();
                if (entry.isPresent()) {
                    return entry;
                }
            } else {
                line.write(octet);
            }
        }
    }

    private boolean fill() throws IOException {
        Object current = key(file);
        position = 0;
        filled = Math.max(0, input.read(buffer));
        if (filled == 0 && current != null && !current.equals(key)) {
            input.close();
            input = Files.newInputStream(file);
            key = current;
            filled = Math.max(0, input.read(buffer));
        }
        return filled > 0;
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.exists(path) ? Files.getAttribute(path, "unix:ino") : null;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
