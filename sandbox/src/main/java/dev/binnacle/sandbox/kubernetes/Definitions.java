package dev.binnacle.sandbox.kubernetes;

import dev.binnacle.sandbox.part.PartFailure;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Definitions of custom resources, as those who define them publish them. */
public final class Definitions {
    private static final int PATIENCE_SECONDS = 180;

    private final KubernetesClient client;

    public Definitions(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Applies those in the text and waits up to three minutes for each until the API server serves it. Other objects are
     * left out.
     */
    public void apply(String yaml) {
        List<CustomResourceDefinition> found =
                client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items().stream()
                        .flatMap(Definitions::definition)
                        .toList();
        var manifests = new Manifests(client);
        found.forEach(manifests::apply);
        var definitions = client.apiextensions().v1().customResourceDefinitions();
        for (CustomResourceDefinition definition : found) {
            definitions
                    .withName(definition.getMetadata().getName())
                    .waitUntilCondition(Definitions::established, PATIENCE_SECONDS, TimeUnit.SECONDS);
            untilServed(definition.getSpec());
        }
    }

    /** The API server lists a kind somewhat later than it says that it is established. */
    private void untilServed(CustomResourceDefinitionSpec kind) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isServed(kind)) {
            if (System.nanoTime() > end) {
                throw new PartFailure("The API server does not serve "
                        + kind.getNames().getKind() + " within " + PATIENCE_SECONDS + " s.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean isServed(CustomResourceDefinitionSpec kind) {
        return kind.getVersions().stream()
                .filter(CustomResourceDefinitionVersion::getServed)
                .map(version -> client.getApiResources(kind.getGroup() + "/" + version.getName()))
                .allMatch(served -> served != null
                        && served.getResources().stream()
                                .anyMatch(each ->
                                        each.getKind().equals(kind.getNames().getKind())));
    }

    /** The same for a file, or for each {@code .yaml} of a folder. */
    public void apply(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place, 1)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                apply(Files.readString(file));
            }
        }
    }

    private static Stream<CustomResourceDefinition> definition(HasMetadata object) {
        return object instanceof CustomResourceDefinition definition ? Stream.of(definition) : Stream.of();
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
