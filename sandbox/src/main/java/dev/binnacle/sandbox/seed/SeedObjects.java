package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.RepositoryFolder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts objects into the cluster that are not there yet, and leaves alone those that are: people may have changed them. */
final class SeedObjects {
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("binnacle-sandbox")
            .build();

    private final KubernetesClient client;

    SeedObjects(KubernetesClient client) {
        this.client = client;
    }

    /** Applies what is missing of the objects in a resource of this package. */
    void addResource(String name) throws IOException {
        try (InputStream stream = SeedObjects.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the class path");
            }
            add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Applies what is missing of the objects in a file of the repository, which is what the platform ships. */
    void addFile(Path path) throws IOException {
        Path file = RepositoryFolder.find(path)
                .orElseThrow(() -> new PartFailure("The file " + path + " is missing; run in the repository."));
        add(Files.readString(file));
    }

    /** Applies what is missing of the objects in the text. */
    void add(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(this::add);
    }

    private void add(HasMetadata object) {
        if (client.resource(object).get() == null) {
            client.resource(object).patch(APPLY);
        }
    }
}
