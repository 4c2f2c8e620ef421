package dev.binnacle.archive;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment variables ask for. The credentials are not among them: the client reads them itself, from
 * AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
 *
 * @param endpoint where the storage is; Amazon's own where empty
 * @param settle how long a file must have been left alone before it counts as finished
 * @param interval how long to wait between two looks at the folder
 * @param timeout within which an upload must be done
 */
record Settings(
        Path folder,
        Origin origin,
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        Duration settle,
        Duration interval,
        Duration timeout) {
    static Settings from(Map<String, String> environment) {
        return new Settings(
                Path.of(required(environment, "ARCHIVE_FOLDER")),
                new Origin(
                        environment.getOrDefault("POD_NAMESPACE", ""),
                        environment.getOrDefault("POD_NAME", environment.getOrDefault("HOSTNAME", "unknown"))),
                Optional.ofNullable(environment.get("ARCHIVE_ENDPOINT"))
                        .filter(endpoint -> !endpoint.isBlank())
                        .map(URI::create),
                environment.getOrDefault("AWS_REGION", "us-east-1"),
                required(environment, "ARCHIVE_BUCKET"),
                environment.getOrDefault("ARCHIVE_PREFIX", "echo").replaceAll("^/+|/+$", ""),
                seconds(environment, "ARCHIVE_SETTLE_SECONDS", 60, 0),
                seconds(environment, "ARCHIVE_INTERVAL_SECONDS", 30, 1),
                seconds(environment, "ARCHIVE_TIMEOUT_SECONDS", 600, 1));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static Duration seconds(Map<String, String> environment, String name, long fallback, long min) {
        String value = environment.getOrDefault(name, "").strip();
        try {
            long seconds = value.isEmpty() ? fallback : Long.parseLong(value);
            if (seconds >= min && seconds <= Duration.ofDays(1).toSeconds()) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal as a number out of range.
        }
        throw new IllegalArgumentException("%s is '%s', which is not %d to 86400".formatted(name, value, min));
    }
}
