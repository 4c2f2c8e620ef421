package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The definitions of kwok's resources, which our binary carries. */
final class KwokDefinitions {
    private final Path program;
    private final KubernetesClient client;

    KwokDefinitions(Path program, KubernetesClient client) {
        this.program = program;
        this.client = client;
    }

    /** Applies them and waits until the API server serves them. */
    void apply(Manifests manifests, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("kwok-definitions.yaml");
        Files.deleteIfExists(file);
        Child printer =
                Child.start(Command.of("kwok-definitions", List.of(program.toString(), "kwok-definitions")), file);
        if (printer.waitFor() != 0) {
            throw new PartFailure("kwok does not print its definitions: " + String.join(" | ", printer.lastLines()));
        }
        manifests.apply(Files.readString(file));
        var definitions = client.apiextensions().v1().customResourceDefinitions();
        for (CustomResourceDefinition definition : definitions.list().getItems()) {
            definitions.resource(definition).waitUntilCondition(KwokDefinitions::established, 30, TimeUnit.SECONDS);
        }
    }

    private static boolean established(@Nullable CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
