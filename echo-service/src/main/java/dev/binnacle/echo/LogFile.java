package dev.binnacle.echo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file that request lines are to go to.
 *
 * @param maxBytes the size at which the file is rotated
 * @param maxFiles how many rotated files are kept beside the current one
 */
record LogFile(Path path, long maxBytes, int maxFiles) {
    /** 1 GB. */
    static final long DEFAULT_BYTES = 1_000_000_000;

    static final int DEFAULT_FILES = 3;
    private static final long MIN_BYTES = 1_000;
    private static final long MAX_BYTES = 1_000_000_000_000L;
    private static final int MOST_FILES = 1_000;

    LogFile {
        Settings.requireRange("ECHO_LOG_BYTES", maxBytes, MIN_BYTES, MAX_BYTES);
        Settings.requireRange("ECHO_LOG_FILES", maxFiles, 1, MOST_FILES);
    }

    static Optional<LogFile> from(Map<String, String> environment) {
        String path = environment.getOrDefault("ECHO_LOG_FILE", "").strip();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        int maxFiles = Settings.number(environment, "ECHO_LOG_FILES", DEFAULT_FILES);
        return Optional.of(
                new LogFile(Path.of(path), Settings.number(environment, "ECHO_LOG_BYTES", DEFAULT_BYTES), maxFiles));
    }
}
