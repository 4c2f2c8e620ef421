package dev.binnacle.sandbox.kubernetes;

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
import java.util.Map;

/** Applies the sandbox's own objects to its cluster. */
final class Manifests {
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("binnacle-sandbox")
            .withForce(true)
            .build();

    private final KubernetesClient client;

    Manifests(KubernetesClient client) {
        this.client = client;
    }

    /** Writes a resource of this package to the folder, under its own name. */
    static Path copyResource(String name, Path folder) throws IOException {
        return Files.writeString(folder.resolve(name), read(name));
    }

    /** Applies a resource of this package, with each <code>${name}</code> in it replaced. */
    void applyResource(String name, Map<String, String> values) throws IOException {
        String text = read(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        apply(text);
    }

    private static String read(String name) throws IOException {
        try (InputStream stream = Manifests.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Applies every object in the text. Conflicts do not count: the cluster is ours. */
    void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()
                .forEach(this::apply);
    }

    void apply(HasMetadata item) {
        client.resource(item).patch(APPLY);
    }
}
