package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The definitions of kwok's resources, which our binary carries. */
final class KwokDefinitions {
    private final Path program;
    private final KubernetesClient client;

    KwokDefinitions(Path program, KubernetesClient client) {
        this.program = program;
        this.client = client;
    }

    /** Applies them and waits until the API server serves them. */
    void apply(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("kwok-definitions.yaml");
        Files.deleteIfExists(file);
        Child printer =
                Child.start(Command.of("kwok-definitions", List.of(program.toString(), "kwok-definitions")), file);
        if (printer.waitFor() != 0) {
            throw new PartFailure("kwok does not print its definitions: " + String.join(" | ", printer.lastLines()));
        }
        new Definitions(client).apply(Files.readString(file));
    }
}
