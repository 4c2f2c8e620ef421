package dev.binnacle.sandbox.pod.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * The log file of one run of a container. It is closed when both outputs have ended. Once it reaches the rotation size
 * it is moved to {@code <file>.rotated}, replacing the one before, so that a run keeps at most twice that size.
 */
public final class ContainerLog implements AutoCloseable {

    /** The kubelet's default for {@code containerLogMaxSize}. */
    public static final long ROTATION_BYTES = 10L * 1024 * 1024;

    private static final int LONGEST_PIECE_BYTES = 16 * 1024;

    private final Path file;
    private final Clock clock;
    private final long rotationBytes;
    private OutputStream output;
    private long written;
    private int writers;
    private volatile boolean ended;

    public ContainerLog(Path file, Clock clock, long rotationBytes) {
        this.file = file;
        this.clock = clock;
        this.rotationBytes = rotationBytes;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.output = open();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the log " + file, failure);
        }
    }

    /** Copies an output of the process into the file until it ends, on a thread of its own. */
    public void follow(InputStream source, LogStream stream) {
        synchronized (this) {
            writers++;
        }
        Thread.ofVirtual().name("log-" + stream.label()).start(() -> copy(source, stream));
    }

    private void copy(InputStream source, LogStream stream) {
        try (LineSplitter lines = new LineSplitter(source, LONGEST_PIECE_BYTES)) {
            while (lines.next()) {
                append(stream, lines.complete(), lines.text());
            }
        } catch (IOException ended) {
            // A killed process ends its outputs this way; what it wrote before is in the file.
        } finally {
            release();
        }
    }

    /** Where it is written. */
    public Path file() {
        return file;
    }

    /** Whether all outputs have ended: nothing more will be written. */
    public boolean ended() {
        return ended;
    }

    /** Writes one line for whom no process does. */
    public void write(LogStream stream, String text) throws IOException {
        append(stream, true, text);
    }

    private synchronized void append(LogStream stream, boolean complete, String text) throws IOException {
        byte[] line =
                new LogEntry(clock.instant(), stream, complete, text).line().getBytes(StandardCharsets.UTF_8);
        if (written > 0 && written + line.length > rotationBytes) {
            rotate();
        }
        output.write(line);
        written += line.length;
    }

    private void rotate() throws IOException {
        output.close();
        Files.move(file, rotated(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        output = open();
        written = 0;
    }

    private synchronized void release() {
        writers--;
        if (writers == 0) {
            close();
        }
    }

    /** Ends the log of whom no process writes; otherwise it ends with the outputs. */
    @Override
    public synchronized void close() {
        ended = true;
        try {
            output.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static Path rotated(Path file) {
        return file.resolveSibling(file.getFileName() + ".rotated");
    }
}
