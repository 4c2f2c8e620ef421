package dev.binnacle.portal.log.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rotated file in the storage. Its name is that which {@code log-archiver} gives it, and tells when it was rotated, so
 * that no line in it is younger: {@code 2026/03/04/050607089-pod-echo-0123456789abcdef.log.gz}.
 *
 * @param key its whole name
 * @param series what it shares with the files before and after it: the pod or host, and the file that was rotated
 * @param bytes packed
 */
public record ArchivedFile(String key, String series, Instant rotatedAt, long bytes) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd/HHmmssSSS");
    private static final Pattern NAME =
            Pattern.compile("(\\d{4}/\\d{2}/\\d{2}/\\d{9})-([^/]+)-[0-9a-f]{16}\\.log\\.gz");
    private static final Pattern OF_A_KEY = Pattern.compile("(?:.*/)?" + NAME, Pattern.DOTALL);

    /** @return nothing where the name is another's */
    static Optional<ArchivedFile> read(String key, String folder, long bytes) {
        Matcher name = NAME.matcher(key.startsWith(folder) ? key.substring(folder.length()) : "");
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ArchivedFile(key, name.group(2), time(name), bytes));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /**
     * @param key of a file that was {@link #read}
     * @return when it was rotated
     */
    static Instant rotatedAt(String key) {
        Matcher name = OF_A_KEY.matcher(key);
        if (!name.matches()) {
            throw new IllegalArgumentException("No file of the archive: " + key);
        }
        return time(name);
    }

    /** @return how a name begins of a file that was rotated then */
    static String nameAt(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /**
     * Chooses the files that can hold lines of a time: of each series those that were rotated in it, and the first after.
     *
     * @param files none rotated before the time, the oldest first
     * @param to the moment after the last
     */
    static List<ArchivedFile> covering(List<ArchivedFile> files, Instant to) {
        Set<String> complete = new HashSet<>();
        List<ArchivedFile> chosen = new ArrayList<>();
        for (ArchivedFile file : files) {
            if (!complete.contains(file.series())) {
                chosen.add(file);
                if (!file.rotatedAt().isBefore(to)) {
                    complete.add(file.series());
                }
            }
        }
        return chosen;
    }

    private static Instant time(Matcher name) {
        return LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC);
    }
}
