package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every object that the two small charts can make, judged by the API server in a restricted namespace. */
@TestInstance(Lifecycle.PER_CLASS)
class ChartObjectsTests {
    private final StrictDryRun apiServer = new StrictDryRun();

    @TempDir
    private Path folder;

    @BeforeAll
    void define() throws IOException, InterruptedException {
        PublishedDefinitions.install();
    }

    @AfterAll
    void close() {
        apiServer.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo-service | {}",
                "echo-service | {canary: {enabled: true}, serviceMonitor: {enabled: true}}",
                "echo-service | {canary: {enabled: true, istio: {enabled: true, hosts: [echo.example.org]}}}",
                "echo-service | {ingress: {enabled: true}, networkPolicy: {enabled: true, from: [{podSelector: {}}]}}",
                "echo-service | {fileLog: {enabled: true}}",
                "echo-service | {fileLog: {enabled: true, archiver: {enabled: true, bucket: logs}}}",
                "echo-service | {podDisruptionBudget: {maxUnavailable: null, minAvailable: 50%}, faults: {allowed: true}}",
                "admission-webhook | {}",
                "admission-webhook | {mode: warn, failurePolicy: Fail, serviceMonitor: {enabled: true}}",
                "admission-webhook | {policy: {enabled: true}}",
                "admission-webhook | {policy: {enabled: true}, webhook: {enabled: false}}",
                "admission-webhook | {tls: {certManager: {enabled: true, issuerRef: {name: ours}}}}"
            })
    void theApiServerTakesThem(String chart, String values) throws IOException {
        String manifest = new Helm(Path.of("..", "charts", chart))
                .template()
                .withName("trial")
                .withNamespace("manifests")
                .withKubeVersion("1.37.2")
                .withValuesFile(Files.writeString(folder.resolve("values.yaml"), values))
                .call();

        assertThat(apiServer.refusals(manifest)).isEmpty();
    }
}
