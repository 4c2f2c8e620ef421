package dev.binnacle.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The finished files of a folder: named after the time at which they were rotated, {@code echo-20260304T050607089Z.log},
 * and left alone for a while. The file that is being written has no time in its name.
 */
final class RotatedLogs {
    private static final Pattern NAME = Pattern.compile("(?<stem>.+)-(?<time>\\d{8}T\\d{9}Z)\\.log");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private final Path folder;
    private final Duration settle;
    private final Clock clock;

    RotatedLogs(Path folder, Duration settle, Clock clock) {
        this.folder = folder;
        this.settle = settle;
        this.clock = clock;
    }

    /** Oldest first. A file that goes meanwhile, because there are too many, is left out. */
    List<RotatedLog> finished() throws IOException {
        Instant latest = clock.instant().minus(settle);
        List<RotatedLog> finished = new ArrayList<>();
        for (Path path : rotated()) {
            try {
                RotatedLog log = RotatedLog.of(path);
                if (!log.modified().isAfter(latest)) {
                    finished.add(log);
                }
            } catch (NoSuchFileException e) {
                // There were too many, and this was the oldest.
            }
        }
        return finished;
    }

    private List<Path> rotated() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The time in the name, which a copy keeps and a restart does not change. */
    static Instant rotatedAt(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + " is not the name of a rotated file");
        }
        return TIME.parse(matcher.group("time"), Instant::from);
    }

    static String stem(String name) {
        return NAME.matcher(name).replaceFirst("${stem}");
    }
}
