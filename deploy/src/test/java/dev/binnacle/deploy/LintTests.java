package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts, YAML and the machines' description, by the tools that know them. */
class LintTests {

    @Test
    void shellcheckFindsNothingInAnyScript() throws IOException, InterruptedException {
        var shellcheck = new Tool("shellcheck");
        shellcheck.isThere();
        List<String> arguments = new ArrayList<>(List.of("-x"));
        ProjectFiles.in(Path.of(""), LintTests::isScript).forEach(script -> arguments.add(script.toString()));

        assertThat(arguments).contains(".ci/test", "deploy/platform/install", "deploy/cluster/node.sh");
        shellcheck.accepts(arguments);
    }

    private static boolean isScript(Path file) {
        return ProjectFiles.isNamed(file, ".*\\.sh|chart\\.env")
                || (ProjectFiles.isNamed(file, "[^.]+") && startsAsScript(file));
    }

    private static boolean startsAsScript(Path file) {
        String text = ProjectFiles.text(file);
        return text.startsWith("#!") && text.lines().findFirst().orElse("").endsWith("sh");
    }

    @Test
    void yamllintFindsNothingInAnyYaml() throws IOException, InterruptedException {
        var yamllint = new Tool("yamllint");
        yamllint.isThere();
        List<String> arguments = new ArrayList<>(List.of("--strict", "-c", ".yamllint.yaml"));
        ProjectFiles.in(Path.of(""), file -> ProjectFiles.isNamed(file, ".*\\.ya?ml"))
                .forEach(file -> arguments.add(file.toString()));

        assertThat(arguments).contains("charts/platform/jenkins/values.yaml");
        yamllint.accepts(arguments);
    }

    /** In a folder of its own, because the description makes the cluster's secrets beside itself. */
    @Test
    void vagrantAcceptsTheMachines(@TempDir Path folder) throws IOException, InterruptedException {
        var vagrant = new Tool("vagrant");
        vagrant.isThere();
        Files.copy(ProjectFiles.ROOT.resolve("Vagrantfile"), folder.resolve("Vagrantfile"));
        Files.createSymbolicLink(folder.resolve("deploy"), ProjectFiles.ROOT.resolve("deploy"));
        Path home = Files.createDirectory(folder.resolve("home"));

        String said = vagrant.accepts(
                folder, Map.of("VAGRANT_HOME", home.toString()), List.of("validate", "--ignore-provider"));

        assertThat(said).contains("control-plane", "node-3");
    }
}
