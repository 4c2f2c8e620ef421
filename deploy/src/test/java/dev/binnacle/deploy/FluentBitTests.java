package dev.binnacle.deploy;

import static dev.binnacle.deploy.ProjectFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Fluent Bit's configuration, and that it fits what the index is made for. */
class FluentBitTests {
    private static final Path FLUENT_BIT = Path.of("charts/platform/fluent-bit");
    private static final Pattern SECTION = Pattern.compile("    \\[(SERVICE|INPUT|FILTER|OUTPUT)]");
    private static final Pattern SETTING = Pattern.compile("        ([A-Za-z0-9_.-]+) +(\\S.*)");

    private record Section(String kind, Map<String, String> settings) {
        String setting(String name) {
            return settings.getOrDefault(name, "");
        }
    }

    @Test
    void linesWaitOnDiskWithinBounds() {
        assertThat(section("SERVICE", "").setting("storage.path")).startsWith("/var/lib/fluent-bit/");
        assertThat(section("SERVICE", "").setting("storage.max_chunks_up")).isNotEmpty();
        assertThat(section("INPUT", "tail").setting("storage.type")).isEqualTo("filesystem");
        assertThat(section("INPUT", "tail").setting("DB")).startsWith("/var/lib/fluent-bit/");
        assertThat(section("OUTPUT", "es").setting("storage.total_limit_size")).isEqualTo("4G");
        assertThat(section("OUTPUT", "es").setting("Retry_Limit")).isEqualTo("False");
    }

    @Test
    void jsonIsTakenApartAndTheLineIsKept() {
        Section kubernetes = section("FILTER", "kubernetes");

        assertThat(kubernetes.settings()).containsEntry("Merge_Log", "On").containsEntry("Keep_Log", "On");
        assertThat(kubernetes.setting("Match"))
                .isEqualTo(section("INPUT", "tail").setting("Tag"));
    }

    @Test
    void whatIsWrittenIsWhatTheIndexIsMadeFor() {
        Section output = section("OUTPUT", "es");
        String script = text(Path.of("deploy/platform/fluent-bit-index.sh"));
        String template = text(FLUENT_BIT.resolve("index-template.json"));

        assertThat(script).contains("name=" + output.setting("Index") + "\n");
        assertThat(template).contains("\"" + output.setting("Time_Key") + "\": { \"type\": \"date\" }");
        assertThat(output.setting("Write_Operation"))
                .as("all that a data stream takes")
                .isEqualTo("create");
        assertThat(text(FLUENT_BIT.resolve("values.yaml")))
                .contains("name: fluent-bit-elasticsearch", "key: api-key", "key: ca.crt");
        assertThat(script).contains("secret=fluent-bit-elasticsearch", "$work/api-key", "$work/ca.crt");
    }

    @Test
    void fieldsThatThePortalSearchesAreMapped() {
        String fields = text(Path.of("portal/src/main/java/dev/binnacle/portal/log/search/Fields.java"));
        String template = text(FLUENT_BIT.resolve("index-template.json"));
        List<String> searched = Pattern.compile("static final String [A-Z]+ = \"([^\"]+)\"")
                .matcher(fields)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(searched)
                .contains("@timestamp", "kubernetes.pod_name")
                .allSatisfy(field ->
                        assertThat(template).contains("\"" + field.substring(field.lastIndexOf('.') + 1) + "\": {"));
    }

    private static Section section(String kind, String name) {
        return sections().stream()
                .filter(section ->
                        section.kind().equals(kind) && section.setting("Name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every line between a section's head and the next key of the values is a setting. */
    private static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        boolean open = false;
        for (String line : text(FLUENT_BIT.resolve("values.yaml")).lines().toList()) {
            Matcher head = SECTION.matcher(line);
            if (head.matches()) {
                sections.add(new Section(head.group(1), new TreeMap<>()));
                open = true;
            } else if (open && line.startsWith("    ") && !line.isBlank()) {
                Matcher setting = SETTING.matcher(line);
                assertThat(setting.matches()).as("a setting: %s", line).isTrue();
                sections.getLast().settings().put(setting.group(1), setting.group(2));
            } else if (!line.isBlank()) {
                open = false;
            }
        }
        return sections;
    }
}
