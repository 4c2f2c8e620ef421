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
 * A chart of ours, as the platform ships it.
 *
 * <p>It is rendered in a process of its own: Helm's library takes over the signals of the process that it is loaded
 * into, which would then no longer end on SIGTERM or SIGINT.
 *
 * @param name of its folder, and of the release
 * @param namespace where the release goes
 */
public record Chart(String name, String namespace) {
    private static final int LIMIT_SECONDS = 300;

    /**
     * Renders the manifest for a version of Kubernetes, as YAML. Takes up to five minutes.
     *
     * @param values by their paths, in place of the chart's own
     * @param folder for the manifest and for what the renderer complains of
     */
    String render(Map<String, String> values, String kubernetesVersion, Path folder)
            throws IOException, InterruptedException {
        Path chart = RepositoryFolder.find(Path.of("charts", name))
                .orElseThrow(() -> new PartFailure("The chart charts/" + name + " is missing; run in the repository."));
        Path manifest = folder.resolve(namespace + ".yaml");
        Path complaints = folder.resolve(namespace + ".log");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Chart.class.getName(),
                chart.toString(),
                kubernetesVersion,
                name,
                namespace));
        values.forEach((path, value) -> line.add(path + "=" + value));
        Process renderer = new ProcessBuilder(line)
                .redirectOutput(manifest.toFile())
                .redirectError(complaints.toFile())
                .start();
        try {
            if (!renderer.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || renderer.exitValue() != 0) {
                throw new PartFailure("The chart " + name + " could not be rendered; see " + complaints + ".");
            }
            return Files.readString(manifest);
        } finally {
            renderer.destroyForcibly();
        }
    }

    /**
     * Writes the manifest to standard output.
     *
     * @param arguments the chart's folder, the version of Kubernetes, the release, its namespace, and values as {@code
     *     path=value}
     */
    public static void main(String[] arguments) {
        TemplateCommand template = new Helm(Path.of(arguments[0]))
                .template()
                .withKubeVersion(arguments[1])
                .withName(arguments[2])
                .withNamespace(arguments[3]);
        for (String value : List.of(arguments).subList(4, arguments.length)) {
            template.set(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        System.out.print(template.call());
    }
}
