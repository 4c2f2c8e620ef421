package dev.binnacle.sandbox.pod.kubelet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts measured use into kwok's answer, in the format of the kubelet's resource metrics. What kwok makes up for a pod that
 * is measured is left out, and a node's figures are the sum.
 *
 * @see <a href="https://kubernetes.io/docs/reference/instrumentation/node-metrics/">Node metrics</a>
 */
final class ResourceMetrics {

    private static final String NODE_CPU = "node_cpu_usage_seconds_total";
    private static final String NODE_MEMORY = "node_memory_working_set_bytes";
    private static final Pattern LABEL = Pattern.compile("[{,](namespace|pod)=\"([^\"]*)\"");

    private final List<ContainerUsage> usages;
    private final Map<String, List<String>> samples = new LinkedHashMap<>();
    private final Set<String> measured = new HashSet<>();

    ResourceMetrics(List<ContainerUsage> usages, Instant now) {
        this.usages = List.copyOf(usages);
        for (ContainerUsage usage : usages) {
            String pod = "namespace=\"%s\",pod=\"%s\"".formatted(usage.namespace(), usage.pod());
            String container = "{container=\"%s\",%s}".formatted(usage.container(), pod);
            String cpu = seconds(usage.cpu());
            String memory = Long.toString(usage.memoryBytes());
            measured.add(usage.namespace() + "/" + usage.pod());
            add("container_cpu_usage_seconds_total", container, cpu, now);
            add("container_memory_working_set_bytes", container, memory, now);
            add("container_start_time_seconds", container, startSeconds(usage), now);
            add("pod_cpu_usage_seconds_total", "{" + pod + "}", cpu, now);
            add("pod_memory_working_set_bytes", "{" + pod + "}", memory, now);
        }
    }

    /** The text of all of the node's metrics. */
    String mergedInto(String pretended) {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (String line : pretended.lines().toList()) {
            if (!line.isBlank() && !measured.contains(podOf(line))) {
                families.computeIfAbsent(family(line), name -> new ArrayList<>())
                        .add(withMeasured(line));
            }
        }
        samples.forEach((name, lines) ->
                families.computeIfAbsent(name, ResourceMetrics::header).addAll(lines));
        StringBuilder text = new StringBuilder();
        families.values()
                .forEach(lines -> lines.forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }

    private String withMeasured(String line) {
        String[] parts = line.split(" ", -1);
        if (line.startsWith("#") || parts.length < 2 || usages.isEmpty()) {
            return line;
        }
        double pretended = Double.parseDouble(parts[1]);
        if (parts[0].startsWith(NODE_CPU)) {
            parts[1] = seconds(usages.stream().map(ContainerUsage::cpu).reduce(millis(pretended), Duration::plus));
        } else if (parts[0].startsWith(NODE_MEMORY)) {
            long memory = usages.stream().mapToLong(ContainerUsage::memoryBytes).sum();
            parts[1] = Long.toString(Math.round(pretended) + memory);
        }
        return String.join(" ", parts);
    }

    private void add(String name, String labels, String value, Instant now) {
        samples.computeIfAbsent(name, absent -> new ArrayList<>())
                .add(name + labels + " " + value + " " + now.toEpochMilli());
    }

    private static List<String> header(String name) {
        return new ArrayList<>(List.of("# TYPE " + name + (name.endsWith("_total") ? " counter" : " gauge")));
    }

    private static String family(String line) {
        return line.startsWith("#") ? line.split(" ", 4)[2] : line.split("[{ ]", 2)[0];
    }

    private static String podOf(String line) {
        String namespace = "";
        String pod = "";
        var labels = LABEL.matcher(line);
        while (labels.find()) {
            namespace = labels.group(1).equals("namespace") ? labels.group(2) : namespace;
            pod = labels.group(1).equals("pod") ? labels.group(2) : pod;
        }
        return namespace + "/" + pod;
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static String startSeconds(ContainerUsage usage) {
        return String.format(Locale.ROOT, "%.3f", usage.startedAt().toEpochMilli() / 1000.0);
    }
}
