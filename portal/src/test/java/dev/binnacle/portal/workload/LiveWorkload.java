package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.Browser;
import dev.binnacle.portal.cluster.FleetObjects;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A workload's page as an open browser keeps it: hears of changes, and fetches the fragment with the pods again. */
final class LiveWorkload implements Closeable {

    private static final Pattern TOPICS = Pattern.compile("id=\"workload-evidence\"[^>]*data-live=\"([^\"]+)\"");
    private static final Pattern ROW =
            Pattern.compile("<code>(service-[^<]+)</code>.*?class=\"number second\">(\\d+)<", Pattern.DOTALL);

    final int workload;
    private final Browser browser;
    private final String path;
    private final BiConsumer<String, Integer> seen;
    private final InputStream stream;
    private final List<Long> pushes = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> shown = new ConcurrentHashMap<>();

    /** @param seen gets each pod with its number of restarts whenever a fragment has come */
    LiveWorkload(Browser browser, int workload, BiConsumer<String, Integer> seen) {
        this.browser = browser;
        this.workload = workload;
        this.seen = seen;
        this.path = "/environments/fleet/workloads/" + FleetObjects.namespace(workload) + "/deployment/"
                + FleetObjects.name(workload);
        Matcher topics = TOPICS.matcher(browser.get(path).body());
        assertThat(topics.find()).as("topics of " + path).isTrue();
        stream = browser.stream("/environments/fleet/changes?"
                        + Arrays.stream(topics.group(1).split(" "))
                                .map(topic -> "topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))
                .body();
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: changed")) {
                    pushes.add(System.nanoTime());
                    fetch();
                }
            }
        } catch (IOException | UncheckedIOException closed) {
            pushes.add(System.nanoTime());
        }
    }

    private void fetch() {
        Matcher rows = ROW.matcher(browser.fragment(path, "workload-evidence").body());
        while (rows.find()) {
            shown.put(rows.group(1), Integer.valueOf(rows.group(2)));
            seen.accept(rows.group(1), Integer.valueOf(rows.group(2)));
        }
    }

    /** @return the number of restarts that the page shows */
    int shown(String pod) {
        return shown.getOrDefault(pod, 0);
    }

    /** @return the most pushes within any second */
    int mostPushes() {
        return pushes.stream()
                .mapToInt(first -> (int) pushes.stream()
                        .filter(push -> push >= first
                                && push - first < Duration.ofSeconds(1).toNanos())
                        .count())
                .max()
                .orElse(0);
    }

    void forgetPushes() {
        pushes.clear();
    }

    int pushes() {
        return pushes.size();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
