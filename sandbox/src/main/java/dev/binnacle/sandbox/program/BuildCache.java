package dev.binnacle.sandbox.program;

import dev.binnacle.sandbox.part.PartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finished binaries by fingerprint, in {@code $XDG_CACHE_HOME/binnacle} or {@code ~/.cache/binnacle}. A binary appears in
 * one step; a build that was killed leaves nothing behind but what Go itself has cached, from which the next goes on.
 */
final class BuildCache {
    private static final long NEEDED_BYTES = 5L << 30;
    /** One build at a time in this process: each uses every processor as it is. */
    private static final ReentrantLock BUILDING = new ReentrantLock(true);

    private final Path folder;

    BuildCache(Path folder) {
        this.folder = folder;
    }

    static BuildCache ofUser() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new BuildCache(base.resolve("binnacle"));
    }

    Path require(Program program, Progress progress) throws IOException, InterruptedException {
        GoModule module = GoModule.of(program);
        Path binary =
                folder.resolve(program.binary() + "-" + module.fingerprint()).resolve(program.binary());
        if (Files.isExecutable(binary)) {
            return binary;
        }
        progress.building(program.title() + " is about to be built", 0);
        prepare();
        Files.createDirectories(binary.getParent());
        BUILDING.lockInterruptibly();
        try (var channel = FileChannel.open(
                        folder.resolve(program.binary() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.isExecutable(binary)) {
                build(program, module, binary, progress);
            }
        } finally {
            BUILDING.unlock();
        }
        return binary;
    }

    /** Makes the folder. */
    void prepare() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable(null);
        }
    }

    private PartFailure unwritable(@Nullable IOException cause) {
        String sentence = "The folder " + folder + ", where built programs are kept, cannot be written:"
                + " make it writable, or point XDG_CACHE_HOME elsewhere.";
        return cause == null ? new PartFailure(sentence) : new PartFailure(sentence, cause);
    }

    private void build(Program program, GoModule module, Path binary, Progress progress)
            throws IOException, InterruptedException {
        checkRoom(program);
        Path sources = binary.resolveSibling("module");
        module.write(sources);
        Path unfinished = binary.resolveSibling("unfinished");
        new GoBuild(Go.find(program.title()), program, module, progress).run(sources, unfinished);
        Files.move(unfinished, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void checkRoom(Program program) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new PartFailure(
                    "Building %s needs %d GB in %s and %d GB are free: make room, or point XDG_CACHE_HOME elsewhere."
                            .formatted(program.title(), NEEDED_BYTES >> 30, folder, free >> 30));
        }
    }
}
