package dev.binnacle.echo;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A file that whole lines are appended to. Before a line would take it over its size it is renamed to a name that ends
 * with the time, is never written again, and goes once enough newer ones are there. A reader that holds it open reads
 * on. Not interruptible, so that the end of the service takes no line.
 */
final class RotatedFile {
    private final LogFile target;
    private final RotatedNames names;
    private final Clock clock;
    private @Nullable FileOutputStream stream;
    private long size;

    RotatedFile(LogFile target, Clock clock) {
        this.target = target;
        this.clock = clock;
        names = new RotatedNames(target.path());
    }

    /**
     * Appends the whole line or nothing.
     *
     * @throws IOException where the disk is full or the folder cannot be written; the next call opens the file anew
     */
    void append(byte[] line) throws IOException {
        FileOutputStream current = current();
        if (size > 0 && size + line.length > target.maxBytes()) {
            current = rotate();
        }
        try {
            current.write(line);
            size += line.length;
        } catch (IOException e) {
            takeBack(current, e);
            throw e;
        }
    }

    /** Rotates the file where it holds anything, since nothing is written to it any more. */
    void finish() throws IOException {
        close();
        if (Files.isRegularFile(target.path()) && Files.size(target.path()) > 0) {
            Files.move(target.path(), names.next(clock.instant()));
            names.keepNewest(target.maxFiles());
        }
    }

    private FileOutputStream current() throws IOException {
        if (stream != null) {
            return stream;
        }
        Path path = target.path().toAbsolutePath();
        Files.createDirectories(path.getParent());
        endLastLine(path);
        FileOutputStream opened = new FileOutputStream(path.toFile(), true);
        stream = opened;
        size = Files.size(path);
        return opened;
    }

    private FileOutputStream rotate() throws IOException {
        close();
        Files.move(target.path(), names.next(clock.instant()));
        FileOutputStream fresh = current();
        names.keepNewest(target.maxFiles());
        return fresh;
    }

    /** A process that was killed while it wrote may have left a line without an end; the next is not to join it. */
    private static void endLastLine(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(file.length() - 1);
            if (file.read() != '\n') {
                file.write('\n');
            }
        }
    }

    private void takeBack(FileOutputStream current, IOException failure) {
        stream = null;
        try (current) {
            current.getChannel().truncate(size);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void close() throws IOException {
        FileOutputStream open = stream;
        stream = null;
        if (open != null) {
            open.close();
        }
    }
}
