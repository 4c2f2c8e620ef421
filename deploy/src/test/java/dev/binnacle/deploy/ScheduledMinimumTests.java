package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The commands of peak/scheduled-minimum, as its account and with the sandbox's kubectl; nothing of them is kept. */
@TestInstance(Lifecycle.PER_CLASS)
class ScheduledMinimumTests {
    private static final String ACCOUNT = "--as=system:serviceaccount:echo:scheduled-minimum";

    private final KubernetesClient client = Sandbox.shared().seeded().adminClient();
    private List<HasMetadata> objects;

    @TempDir
    private Path folder;

    @BeforeAll
    void apply() throws IOException {
        try (var stream = Files.newInputStream(Path.of("peak", "scheduled-minimum.yaml"))) {
            objects = client.load(stream).items();
        }
        objects.forEach(object -> client.resource(object).serverSideApply());
    }

    @AfterAll
    void remove() {
        objects.forEach(object -> client.resource(object).delete());
        client.close();
    }

    @Test
    void itsAccountMayChangeTheMinimumOfTheEchoService() throws Exception {
        List<List<String>> commands = objects.stream()
                .filter(CronJob.class::isInstance)
                .map(job -> command((CronJob) job))
                .toList();

        assertThat(commands).hasSize(2);
        for (List<String> command : commands) {
            Map<String, String> environment = Kubectl.in(folder);
            assertThat(kubectl().accepts(folder, environment, asAccount(command)))
                    .contains("patched");
        }
    }

    @Test
    void itsAccountMayChangeNothingElse() throws Exception {
        List<String> other = List.of("--namespace=echo", "patch", "deployment", "echo-service", "--patch={}");

        Map<String, String> environment = Kubectl.in(folder);
        assertThat(kubectl().refuses(folder, environment, asAccount(other))).contains("forbidden");
    }

    private Tool kubectl() {
        return new Tool(folder.resolve("kubectl").toString());
    }

    private static List<String> asAccount(List<String> command) {
        return Stream.concat(command.stream(), Stream.of("--dry-run=server", ACCOUNT))
                .toList();
    }

    /** Without the program's name. */
    private static List<String> command(CronJob job) {
        List<String> command = job.getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getCommand();
        return command.subList(1, command.size());
    }
}
