package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class PortalChartTests {
    private static final Path CHART = Path.of("..", "charts", "binnacle");
    /** With a key given, so that nothing has to be looked up in a cluster. */
    private static final String DATABASE = """
            database: {url: 'jdbc:postgresql://db.example.net:5432/binnacle', existingSecret: database}
            keyset: {existingSecret: mine}
            """;

    private final StrictDryRun apiServer = new StrictDryRun();

    @TempDir
    private Path folder;

    @AfterAll
    void close() {
        apiServer.close();
    }

    @Test
    void passesStrictLint() {
        LintResult lint = new Helm(CHART).lint().strict().call();

        assertThat(lint.isFailed())
                .as(() -> String.join("\n", lint.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DATABASE,
                DATABASE + "podDisruptionBudget: {minAvailable: 1, maxUnavailable: null}",
                DATABASE + "ingress: {enabled: true}\nadminPassword: {existingSecret: first}",
                DATABASE + "networkPolicy: {from: [{podSelector: {}}], metricsFrom: []}",
                DATABASE + "access: {operate: {enabled: true, namespaces: [shop, echo]}, read: {namespaces: [shop]}}",
                DATABASE + "settings: {BINNACLE_DELIVERY_UNDO: 10s}",
                DATABASE + "migration: {enabled: false}\npriorityClassName: binnacle-critical",
                DATABASE + "image: {tag: '', digest: 'sha256:"
                        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}"
            })
    void theApiServerTakesWhatItRenders(String values) throws IOException {
        assertThat(apiServer.refusals(render(values))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql: {enabled: false}",
                DATABASE + "image: {tag: latest}",
                DATABASE + "podDisruptionBudget: {minAvailable: 1}",
                DATABASE + "unknown: value",
                DATABASE + "access: {read: {enabled: false}, operate: {enabled: true}}"
            })
    void whatCannotWorkIsRefused(String values) {
        assertThatThrownBy(() -> render(values)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void thePortalsPodsHaveNoTokenAndMetricsAreOffThePagesPort() throws IOException {
        String manifest = render(DATABASE);

        assertThat(manifest).contains("automountServiceAccountToken: false").doesNotContain("kind: Role\n");
        assertThat(manifest).doesNotContain("kind: StatefulSet");
    }

    private String render(String values) throws IOException {
        return new Helm(CHART)
                .template()
                .withName("trial")
                .withNamespace("manifests")
                .withKubeVersion("1.37.2")
                .withValuesFile(values(values))
                .call();
    }

    private Path values(String text) throws IOException {
        return Files.writeString(folder.resolve("values.yaml"), text);
    }
}
