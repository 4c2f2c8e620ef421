package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Part;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the person who calls {@code make run} has set in the environment. Empty texts mean: not given.
 *
 * @param runDirectory where all files of the run are
 * @param port where the portal answers
 * @param kubeconfig path of the cluster to use instead of the sandbox's
 * @param databaseUrl JDBC URL to use instead of the sandbox's PostgreSQL
 * @param with words for parts that are not there unless asked for
 */
record Settings(
        Path runDirectory,
        int port,
        String kubeconfig,
        String prometheusUrl,
        List<String> alertmanagerUrls,
        String elasticsearchUrl,
        String databaseUrl,
        List<String> with) {

    private static final int PORT = 8080;
    private static final Pattern HTTP = Pattern.compile("(?i)https?://[^\\s/?#]+([/?#]\\S*)?");

    /** Reads the environment. */
    static Settings of(Map<String, String> environment) {
        return new Settings(
                Path.of(environment.getOrDefault("BINNACLE_RUN_DIR", "target/run"))
                        .toAbsolutePath()
                        .normalize(),
                port(environment.getOrDefault("BINNACLE_PORT", "")),
                environment.getOrDefault("KUBECONFIG", ""),
                url(environment, "PROMETHEUS_URL"),
                words(environment, "ALERTMANAGER_URL")
                        .map(url -> checked("ALERTMANAGER_URL", url))
                        .toList(),
                url(environment, "ELASTICSEARCH_URL"),
                OutsideDatabase.url(environment),
                words(environment, "WITH").toList());
    }

    /** Whether the portal is to show a cluster of the user's, and the sandbox only lends what is missing. */
    boolean external() {
        return !kubeconfig.isBlank();
    }

    /** The parts that were asked for. */
    Stream<Part> chosen(Map<String, List<Part>> extras) {
        if (external() && !with.isEmpty()) {
            throw new Refusal("WITH adds parts to the sandbox, and KUBECONFIG names another cluster: unset one.");
        }
        return with.stream()
                .distinct()
                .flatMap(word -> Optional.ofNullable(extras.get(word))
                        .orElseThrow(() -> new Refusal("WITH names \"" + word + "\": choose from "
                                + String.join(", ", new TreeSet<>(extras.keySet())) + ", separated by commas."))
                        .stream());
    }

    private static Stream<String> words(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private static String url(Map<String, String> environment, String name) {
        return checked(name, environment.getOrDefault(name, "").strip());
    }

    private static String checked(String name, String url) {
        if (url.isEmpty() || HTTP.matcher(url).matches()) {
            return url;
        }
        throw new Refusal(name + " is \"" + url + "\": set it to an address that begins with http:// or https://,"
                + " or unset it.");
    }

    private static int port(String text) {
        if (text.isBlank()) {
            return PORT;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Refusal("BINNACLE_PORT is \"" + text + "\": set it to a number from 1 to 65535.");
        }
        throw new Refusal("BINNACLE_PORT is " + text + ": set it to a number from 1 to 65535.");
    }
}
