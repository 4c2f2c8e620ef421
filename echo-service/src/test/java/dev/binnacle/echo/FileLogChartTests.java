package dev.binnacle.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The chart with {@code fileLog.enabled}, and the fields that Filebeat makes, compared with those that are searched. */
class FileLogChartTests {
    private static final Path PORTAL_FIELDS =
            Path.of("../portal/src/main/java/dev/binnacle/portal/log/search/Fields.java");
    private static final Path INDEX_TEMPLATE = Path.of("../charts/platform/fluent-bit/index-template.json");

    @TempDir
    private Path folder;

    @Test
    void putsFilebeatBesideTheServiceOverOneVolume() throws IOException {
        Map<String, Object> objects = render("networkPolicy: {enabled: true}\nfileLog: {enabled: true}");
        Object pod = ChartTests.at(objects, "Deployment", "spec", "template", "spec");
        Object filebeat = ChartTests.at(pod, "initContainers", "0");
        assertThat(ChartTests.at(pod, "containers", "0", "env").toString())
                .contains("name=ECHO_LOG_FILE, value=/var/log/echo/echo.log")
                .contains("name=ECHO_LOG_BYTES, value=1000000000")
                .contains("name=ECHO_LOG_FILES, value=3");
        assertThat(ChartTests.at(pod, "containers", "0", "volumeMounts", "0", "mountPath"))
                .isEqualTo("/var/log/echo");
        assertThat(ChartTests.at(filebeat, "restartPolicy")).isEqualTo("Always");
        assertThat(ChartTests.at(filebeat, "image").toString()).doesNotEndWith("latest");
        assertThat(ChartTests.at(filebeat, "resources", "requests").toString()).contains("cpu", "memory");
        assertThat(ChartTests.at(filebeat, "securityContext"))
                .isEqualTo(ChartTests.at(pod, "containers", "0", "securityContext"));
        assertThat(ChartTests.at(pod, "volumes", "0", "emptyDir", "sizeLimit")).isEqualTo("4268435456");
        assertThat(ChartTests.at(objects, "NetworkPolicy", "spec", "egress").toString())
                .contains("port=9200", "port=53");
    }

    @Test
    void putsTheArchiverBesideThemOnRequest() throws IOException {
        Map<String, Object> objects = render("""
                networkPolicy: {enabled: true}
                fileLog:
                  enabled: true
                  archiver: {enabled: true, bucket: logs, endpoint: "https://storage.example.org:9000"}
                """);
        Object archiver = ChartTests.at(objects, "Deployment", "spec", "template", "spec", "initContainers", "1");
        assertThat(ChartTests.at(archiver, "env").toString())
                .contains("name=ARCHIVE_BUCKET, value=logs", "name=ARCHIVE_FOLDER, value=/var/log/echo");
        assertThat(ChartTests.at(objects, "NetworkPolicy", "spec", "egress").toString())
                .contains("port=9000");
        assertThat(ChartTests.at(archiver, "resources", "requests").toString()).contains("cpu", "memory");
        assertThat(Files.readString(Path.of("../log-archiver/src/main/java/dev/binnacle/archive/Settings.java")))
                .contains(Pattern.compile("name=(ARCHIVE_\\w+|POD_\\w+|AWS_REGION)")
                        .matcher(ChartTests.at(archiver, "env").toString())
                        .results()
                        .map(found -> "\"" + found.group(1) + "\"")
                        .toList());
    }

    @Test
    void staysAwayUnlessAsked() throws IOException {
        assertThat(render("{}").toString()).doesNotContain("ECHO_LOG", "filebeat", "volumes");
    }

    @Test
    void takesAnotherVolumeAndSizes() throws IOException {
        Object pod = ChartTests.at(
                render("fileLog: {enabled: true, maxBytes: 5000000000, volume: {hostPath: {path: /logs}}}"),
                "Deployment",
                "spec",
                "template",
                "spec");
        assertThat(ChartTests.at(pod, "volumes", "0", "hostPath", "path")).isEqualTo("/logs");
        assertThat(pod.toString()).contains("name=ECHO_LOG_BYTES, value=5000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fileLog: {enabled: perhaps}",
                "fileLog: {enabled: true, maxBytes: 10}",
                "fileLog: {enabled: true, maxFiles: 0}",
                "fileLog: {enabled: true, archiver: {enabled: true}}",
                "fileLog: {enabled: true, filebeat: {elasticsearch: {url: search}}}",
                "{fileLog: {enabled: true}, shutdown: {terminationGracePeriodSeconds: 20}}"
            })
    void refusesBadValues(String values) {
        assertThatThrownBy(() -> render(values)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void filebeatMakesTheFieldsThatThePortalSearchesFromThoseThatTheServiceWrites() throws IOException {
        Object filebeat = filebeat();
        assertThat(ChartTests.at(filebeat, "filebeat.inputs", "0", "paths")).isEqualTo(List.of("/var/log/echo/*.log"));
        assertThat(ChartTests.at(filebeat, "processors", "6", "rename", "fields", "0", "to"))
                .isEqualTo("log");
        Map<?, ?> added = (Map<?, ?>) ChartTests.at(filebeat, "processors", "0", "add_fields", "fields");
        Set<String> searched = Pattern.compile("\"kubernetes\\.([a-z_]+)\"")
                .matcher(Files.readString(PORTAL_FIELDS))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(searched).contains("namespace_name", "pod_name", "container_name");
        assertThat(added.keySet().toString()).contains(searched);
        Map<?, ?> template = JsonMapper.shared().readValue(Files.readString(INDEX_TEMPLATE), Map.class);
        Object mapped = ChartTests.at(template, "template", "mappings", "properties", "kubernetes", "properties");
        assertThat(mapped.toString())
                .contains(added.keySet().stream().map(name -> name + "=").toList());
        Map<?, ?> line = JsonMapper.shared().readValue(line(), Map.class);
        assertThat(ChartTests.at(filebeat, "processors", "5", "timestamp", "field"))
                .isEqualTo("timestamp");
        assertThat(ChartTests.at(filebeat, "processors", "5", "timestamp", "test")
                        .toString())
                .contains(String.valueOf(line.get("timestamp")));
        assertThat(line.get("level")).isEqualTo("info");
    }

    private Object filebeat() throws IOException {
        return new Yaml().<Object>load((String)
                ChartTests.at(render("fileLog: {enabled: true}"), "ConfigMap", "data", "filebeat.yml"));
    }

    private static String line() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new RequestLines(LineOutput.to(output), Clock.fixed(EchoFixture.NOW, ZoneOffset.UTC), new Identity("1", "pod"))
                .write(
                        "GET",
                        new Trace(Optional.empty(), Optional.empty()),
                        QueryParameters.parse("a=1"),
                        Answer.json(200, "{}"),
                        Duration.ofMillis(1));
        return output.toString(StandardCharsets.UTF_8);
    }

    private Map<String, Object> render(String values) throws IOException {
        return ChartTests.render(folder, values);
    }
}
