package dev.binnacle.sandbox.seed;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The chart of the echo service, as the sandbox installs it.
 *
 * <p>It is rendered in a process of its own: Helm's library takes over the signals of the process that it is loaded
 * into, which would then no longer end on SIGTERM or SIGINT.
 */
public final class EchoChart {
    static final String NAMESPACE = "echo";
    static final String NAME = "echo-service";
    /**
     * With faults to ask for, among the critical, and with an autoscaler that the load moves also on a busy machine,
     * where the work that requests ask for takes less CPU.
     */
    static final Map<String, String> VALUES = Map.of(
            "faults.allowed", "true",
            "autoscaling.targetCPUUtilizationPercentage", "40",
            "priorityClassName", "binnacle-critical");

    private static final int LIMIT_SECONDS = 60;

    private EchoChart() {}

    /**
     * Renders the manifest for a version of Kubernetes, as YAML. Takes up to 60 s.
     *
     * @param values by their paths, in place of the chart's own
     * @param folder for the manifest and for what the renderer complains of
     */
    static String render(String namespace, Map<String, String> values, String kubernetesVersion, Path folder)
            throws IOException, InterruptedException {
        Path chart = RepositoryFolder.find(Path.of("charts", NAME))
                .orElseThrow(() -> new PartFailure("The chart charts/echo-service is missing; run in the repository."));
        Path manifest = folder.resolve(namespace + ".yaml");
        Path complaints = folder.resolve(namespace + ".log");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EchoChart.class.getName(),
                chart.toString(),
                kubernetesVersion,
                namespace));
        values.forEach((path, value) -> line.add(path + "=" + value));
        Process renderer = new ProcessBuilder(line)
                .redirectOutput(manifest.toFile())
                .redirectError(complaints.toFile())
                .start();
        try {
            if (!renderer.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || renderer.exitValue() != 0) {
                throw new PartFailure("The chart of the echo service could not be rendered; see " + complaints + ".");
            }
            return Files.readString(manifest);
        } finally {
            renderer.destroyForcibly();
        }
    }

    /**
     * Writes the manifest to standard output.
     *
     * @param arguments the chart's folder, the version of Kubernetes, the namespace, and values as {@code path=value}
     */
    public static void main(String[] arguments) {
        TemplateCommand template = new Helm(Path.of(arguments[0]))
                .template()
                .withKubeVersion(arguments[1])
                .withName(NAME)
                .withNamespace(arguments[2]);
        for (String value : List.of(arguments).subList(3, arguments.length)) {
            template.set(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        System.out.print(template.call());
    }
}
