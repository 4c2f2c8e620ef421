package dev.binnacle.admission;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the environment variables ask for.
 *
 * @param port where reviews are taken over TLS, 0 for any free one
 * @param managementPort where probes and metrics are answered in plain HTTP, 0 for any free one
 * @param tls the folder with {@code tls.crt} and {@code tls.key}
 * @param warnOnly whether everything is allowed, with a warning in place of a refusal
 * @param drain how long reviews are still accepted after SIGTERM, until the API server has learnt of the end
 */
record Settings(String version, int port, int managementPort, Path tls, boolean warnOnly, Duration drain) {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_DRAIN_SECONDS = 300;

    /** @throws IllegalArgumentException with a message for whoever set the variables */
    static Settings from(Map<String, String> environment) {
        String packaged = AdmissionWebhook.class.getPackage().getImplementationVersion();
        return new Settings(
                environment.getOrDefault("WEBHOOK_VERSION", packaged == null ? "development" : packaged),
                number(environment, "PORT", 8443, MAX_PORT),
                number(environment, "MANAGEMENT_PORT", 8080, MAX_PORT),
                Path.of(environment.getOrDefault("TLS_DIRECTORY", "/etc/tls")),
                warnOnly(environment.getOrDefault("MODE", "enforce")),
                Duration.ofSeconds(number(environment, "DRAIN_SECONDS", 5, MAX_DRAIN_SECONDS)));
    }

    private static boolean warnOnly(String mode) {
        return switch (mode) {
            case "warn" -> true;
            case "enforce" -> false;
            default ->
                throw new IllegalArgumentException("MODE is '%s', which is neither enforce nor warn".formatted(mode));
        };
    }

    private static int number(Map<String, String> environment, String name, int fallback, int max) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return fallback;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > max) {
            throw new IllegalArgumentException(
                    "%s is '%s', which is not a whole number from 0 to %d".formatted(name, value, max));
        }
        return Integer.parseInt(value);
    }
}
