package dev.binnacle.sandbox.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run folder that nobody needs afterwards. */
public final class ScratchFolder {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** Makes one where the system keeps temporary files. */
    public static ScratchFolder create() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("binnacle-"));
    }

    /** One that is there already, or is not. */
    public static ScratchFolder of(Path path) {
        return new ScratchFolder(path);
    }

    public Path path() {
        return path;
    }

    /** Deletes it with everything in it; what cannot be deleted stays for the system to clear. */
    public void delete() {
        try {
            List<Path> files;
            try (Stream<Path> all = Files.walk(path)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(ScratchFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "The folder " + path + " could not be deleted", e);
        }
    }
}
