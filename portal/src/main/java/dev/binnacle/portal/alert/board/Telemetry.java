package dev.binnacle.portal.alert.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an Alertmanager counts about itself.
 *
 * @param outdated whether the newest configuration could not be loaded
 * @param failed notifications that failed since it started, by integration
 */
record Telemetry(boolean outdated, Map<String, Long> failed) {

    private static final String RELOADED = "alertmanager_config_last_reload_successful ";
    private static final String FAILED = "alertmanager_notifications_failed_total{";
    private static final Pattern INTEGRATION = Pattern.compile("[{,]integration=\"([^\"]*)\"");
    private static final Pattern RECEIVER = Pattern.compile("[{,]receiver_name=\"([^\"]*)\"");

    /** @param text in the format in which Prometheus scrapes */
    static Telemetry read(InputStream text) throws IOException {
        boolean outdated = false;
        Map<String, Long> failed = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(RELOADED)) {
                outdated = value(line) == 0;
            } else if (line.startsWith(FAILED)) {
                failed.merge(integration(line), value(line), Long::sum);
            }
        }
        return new Telemetry(outdated, Map.copyOf(failed));
    }

    private static String integration(String line) {
        Matcher integration = INTEGRATION.matcher(line);
        Matcher receiver = RECEIVER.matcher(line);
        return (integration.find() ? integration.group(1) : "an unknown way")
                + (receiver.find() ? " to " + receiver.group(1) : "");
    }

    private static long value(String line) {
        try {
            return Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
        } catch (NumberFormatException odd) {
            return 0;
        }
    }
}
