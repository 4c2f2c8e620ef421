package dev.binnacle.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A rotated file as it was when it was looked at. */
record RotatedLog(Path path, long size, Instant modified) {
    static RotatedLog of(Path path) throws IOException {
        return new RotatedLog(
                path, Files.size(path), Files.getLastModifiedTime(path).toInstant());
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether nothing was written since. */
    boolean unchanged() throws IOException {
        return equals(of(path));
    }
}
