package dev.binnacle.deploy;

import static dev.binnacle.deploy.ProjectFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every chart of the platform has in common. */
class PlatformTests {
    private static final Path CHARTS = Path.of("charts/platform");
    private static final Pattern LATEST = Pattern.compile("(?m)^[^#\\n]*(:latest\\b|\\btag:\\s*[\"']?latest\\b)");
    private static final Pattern PIN = Pattern.compile("""
            # shellcheck .*
            # .+
            CHART=[a-z-]+
            VERSION=\\d+\\.\\d+\\.\\d+
            REPOSITORY=(https|oci)://\\S+
            NAMESPACE=[a-z-]+
            POD_SECURITY=(restricted|baseline|privileged)
            """);

    @Test
    void noImageIsTheLatest() {
        List<Path> files = Stream.of("charts", "deploy")
                .flatMap(folder -> ProjectFiles.in(
                        Path.of(folder),
                        file -> ProjectFiles.isNamed(file, ".*\\.(ya?ml|json|sh|env|tpl|txt|md)|[^.]+"))
                        .stream())
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(text(file)).as("%s", file).doesNotContainPattern(LATEST));
    }

    @Test
    void everyStackIsPinnedInOnePlace() {
        List<Path> values = ProjectFiles.in(CHARTS, file -> ProjectFiles.isNamed(file, "values\\.yaml"));

        assertThat(values).hasSizeGreaterThanOrEqualTo(10).allSatisfy(file -> {
            assertThat(file.getParent()).isEqualTo(CHARTS.resolve(file.getName(2)));
            assertThat(text(file.resolveSibling("chart.env")))
                    .as("the pin of %s", file)
                    .matches(PIN);
        });
    }

    @Test
    void everyStackCanBeInstalled() {
        String install = text(Path.of("deploy/platform/install"));

        assertThat(ProjectFiles.in(CHARTS, file -> ProjectFiles.isNamed(file, "chart\\.env")))
                .extracting(file -> file.getName(2).toString())
                .allSatisfy(name -> assertThat(install).containsPattern("(?m)\\bchart " + name + "( |;|$)"));
    }

    @Test
    void bothHalvesOfIstioAreOfOneVersion() {
        assertThat(version("istio-base")).isEqualTo(version("istiod"));
    }

    private static String version(String name) {
        return text(CHARTS.resolve(name).resolve("chart.env"))
                .lines()
                .filter(line -> line.startsWith("VERSION="))
                .findFirst()
                .orElseThrow();
    }

    /** A volume whose folder is not made stays unmounted, and its pod waits for ever. */
    @Test
    void everyLocalVolumeHasItsFolder() {
        String machine = text(Path.of("deploy/cluster/node.sh"));
        var path = Pattern.compile("path: /var/lib/binnacle/(\\w+)");

        assertThat(ProjectFiles.in(CHARTS, file -> ProjectFiles.isNamed(file, "volume\\.yaml")))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(path.matcher(text(file)).results().map(found -> found.group(1)))
                                .isNotEmpty()
                                .allSatisfy(folder -> assertThat(machine)
                                        .containsPattern("/var/lib/binnacle/\\{[\\w,]*\\b" + folder + "\\b")));
    }

    @Test
    void scriptsCanBeStarted() {
        assertThat(ProjectFiles.in(Path.of("deploy"), file -> text(file).startsWith("#!")))
                .hasSizeGreaterThan(8)
                .allMatch(file -> Files.isExecutable(ProjectFiles.ROOT.resolve(file)));
    }
}
