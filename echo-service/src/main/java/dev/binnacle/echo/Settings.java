package dev.binnacle.echo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment variables ask for.
 *
 * @param port where to listen, 0 for any free one
 * @param drain how long requests are still accepted after SIGTERM, until every router has learnt of the end
 * @param faultsAllowed whether a request may ask for an error, a delay or work
 * @param logFile where request lines go; to standard output where empty
 */
record Settings(int port, Identity identity, Duration drain, boolean faultsAllowed, Optional<LogFile> logFile) {
    private static final int MAX_DRAIN_SECONDS = 300;

    Settings {
        requireRange("PORT", port, 0, 65_535);
    }

    static Settings from(Map<String, String> environment) {
        String packaged = EchoService.class.getPackage().getImplementationVersion();
        String version = environment.getOrDefault("ECHO_VERSION", packaged == null ? "development" : packaged);
        String pod = environment.getOrDefault("POD_NAME", environment.getOrDefault("HOSTNAME", ""));
        int drainSeconds = number(environment, "ECHO_DRAIN_SECONDS", 5);
        requireRange("ECHO_DRAIN_SECONDS", drainSeconds, 0, MAX_DRAIN_SECONDS);
        return new Settings(
                number(environment, "PORT", 8080),
                new Identity(version, pod),
                Duration.ofSeconds(drainSeconds),
                Boolean.parseBoolean(environment.get("ECHO_ALLOW_FAULTS")),
                LogFile.from(environment));
    }

    static int number(Map<String, String> environment, String name, int fallback) {
        return Math.clamp(number(environment, name, (long) fallback), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static long number(Map<String, String> environment, String name, long fallback) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return fallback;
        }
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is '%s', which is not a whole number".formatted(name, value), e);
        }
    }

    static void requireRange(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s is %d, which is not between %d and %d".formatted(name, value, min, max));
        }
    }
}
