package dev.binnacle.sandbox.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one run: emptied at its start, kept from a second launcher while it lasts. */
final class RunDirectory implements AutoCloseable {
    private static final String MARK = ".binnacle-run";
    private static final long NEEDED_BYTES = 2L << 30;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private RunDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static RunDirectory open(Path path) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new Refusal("The folder " + path
                    + " cannot be made: make the one above it writable, or name another in BINNACLE_RUN_DIR.");
        }
        Path mark = path.resolve(MARK);
        if (!Files.exists(mark) && !isEmpty(path)) {
            throw new Refusal(path + " holds files that are not Binnacle's: name an empty folder in BINNACLE_RUN_DIR.");
        }
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new Refusal(
                    "Only %d MB are free where %s is and a run needs %d: make room, or name another folder in BINNACLE_RUN_DIR."
                            .formatted(free >> 20, path, NEEDED_BYTES >> 20));
        }
        FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new Refusal("Binnacle already runs in " + path
                    + ": stop it first, or name another folder in BINNACLE_RUN_DIR and another port in BINNACLE_PORT.");
        }
        var directory = new RunDirectory(path, channel, lock);
        directory.empty();
        return directory;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private void empty() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(path)) {
            files = all.sorted(Comparator.reverseOrder())
                    .filter(file ->
                            !file.equals(path) && !file.getFileName().toString().equals(MARK))
                    .toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }
}
