package dev.binnacle.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of rotated files, {@code echo-20260304T050607089Z.log} beside {@code echo.log}: they sort by time. */
final class RotatedNames {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = "20260304T050607089Z".length();

    private final Path folder;
    private final String start;
    private final String end;
    private final Pattern pattern;

    RotatedNames(Path path) {
        Path whole = path.toAbsolutePath();
        String name = whole.getFileName().toString();
        int dot = name.lastIndexOf('.');
        folder = Objects.requireNonNullElse(whole.getParent(), whole);
        start = (dot > 0 ? name.substring(0, dot) : name) + "-";
        end = dot > 0 ? name.substring(dot) : "";
        pattern = Pattern.compile(Pattern.quote(start) + "\\d{8}T\\d{9}Z" + Pattern.quote(end));
    }

    /** A name that is not taken and sorts after all that are, also when the clock was set back. */
    Path next(Instant now) throws IOException {
        List<Path> taken = oldestFirst();
        Instant time = now;
        if (!taken.isEmpty()) {
            String name = taken.getLast().getFileName().toString();
            String newest = name.substring(start.length(), start.length() + TIME_LENGTH);
            Instant after = TIME.parse(newest, Instant::from).plusMillis(1);
            time = after.isAfter(now) ? after : now;
        }
        return folder.resolve(start + TIME.format(time) + end);
    }

    void keepNewest(int count) throws IOException {
        List<Path> files = oldestFirst();
        for (Path file : files.subList(0, Math.max(0, files.size() - count))) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> oldestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
