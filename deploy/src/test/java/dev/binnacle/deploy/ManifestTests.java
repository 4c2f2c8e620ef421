package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class ManifestTests {
    private static final Path PLATFORM = Path.of("..", "charts", "platform");
    private static final List<Path> PLACES = List.of(
            Path.of("priority"),
            Path.of("echo-service", "echo-service.yaml"),
            Path.of("examples"),
            Path.of("peak"),
            Path.of("canary"),
            PLATFORM.resolve("local-storage.yaml"),
            PLATFORM.resolve("eck/volume.yaml"),
            PLATFORM.resolve("eck/elasticsearch.yaml"),
            PLATFORM.resolve("eck/kibana.yaml"),
            PLATFORM.resolve("jenkins/volume.yaml"),
            PLATFORM.resolve("kube-prometheus-stack/volume.yaml"));

    private final StrictDryRun apiServer = new StrictDryRun();

    @BeforeAll
    void define() throws IOException, InterruptedException {
        PublishedDefinitions.install();
    }

    @AfterAll
    void close() {
        apiServer.close();
    }

    @Test
    void aFieldThatDoesNotExistIsAnError() {
        String wrong = "{apiVersion: v1, kind: ConfigMap, metadata: {name: wrong}, date: {a: b}}";

        assertThat(apiServer.refusals(wrong)).singleElement().asString().contains("unknown field \"date\"");
    }

    @Test
    void aContainerThatRequestsNoMemoryIsAnError() {
        String wrong = """
                apiVersion: v1
                kind: Pod
                metadata: {name: wrong}
                spec:
                  securityContext: {runAsNonRoot: true, runAsUser: 1, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: greedy
                      image: example.org/greedy:1
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                      resources: {requests: {cpu: 1}}
                """;

        assertThat(apiServer.refusals(wrong)).containsExactly("greedy does not request CPU and memory");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void theApiServerTakesIt(Path file) throws IOException {
        assertThat(apiServer.refusals(Files.readString(file))).isEmpty();
    }

    static List<Path> manifests() throws IOException {
        var files = new ArrayList<Path>();
        for (Path place : PLACES) {
            try (Stream<Path> below = Files.walk(place)) {
                below.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
