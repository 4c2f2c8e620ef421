package dev.binnacle.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rotated files as the echo service leaves them. */
final class Logs {
    private static final int LINES = 4_000;

    private Logs() {}

    /** Writes a file that is rotated at the time, adds its lines to those written, and returns the time of the next. */
    static Instant write(Path folder, Instant time, Random random, List<String> written) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add("{\"timestamp\":\"%s\",\"n\":%d,\"parameters\":{\"a\":\"%x%x\"}}"
                    .formatted(time, written.size() + i, random.nextLong(), random.nextLong()));
        }
        Path file = folder.resolve("echo-" + time.toString().replaceAll("[-:.]", "") + ".log");
        Files.write(file, lines);
        Files.setLastModifiedTime(file, FileTime.from(time));
        written.addAll(lines);
        return time.plusMillis(1_501);
    }
}
