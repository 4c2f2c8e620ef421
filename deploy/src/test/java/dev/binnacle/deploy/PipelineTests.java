package dev.binnacle.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Jenkinsfile does in which order, and after which failure. */
class PipelineTests {
    private static final String DRY_RUN = "deploy/jenkins/release.sh dry-run";
    private static final String DEPLOY = "deploy/jenkins/release.sh deploy";
    private static final String ROLL_BACK = "deploy/jenkins/release.sh roll-back";
    private static final String SMOKE = "deploy/jenkins/smoke.sh";
    private static final String REGISTER = "deploy/jenkins/register.sh";
    private static final String IMAGE = "deploy/jenkins/image.sh";
    private static final String TEST = "mvn -B -ntp -pl echo-service,admission-webhook -am verify";

    private final Map<String, String> secrets = Map.of(
            "binnacle-registry", "/tmp/" + UUID.randomUUID(),
            "binnacle-deploy", "/tmp/" + UUID.randomUUID(),
            "binnacle-portal", "binnacle_" + UUID.randomUUID());
    private final Pipeline pipeline;

    PipelineTests() throws Exception {
        pipeline = new Pipeline(secrets);
    }

    @Test
    void aGoodBuildGoesThroughEveryStage() {
        pipeline.run();

        assertThat(pipeline.stages())
                .containsExactly("Check out", "Test", "Images", "Dry run", "Deploy", "Smoke test", "Register");
        assertThat(ran())
                .containsExactly(
                        ": git rev-parse --short=12 HEAD",
                        "maven: " + TEST,
                        "kaniko: " + IMAGE,
                        "kaniko: " + IMAGE,
                        "kubectl: " + DRY_RUN,
                        "kubectl: " + DEPLOY,
                        "kubectl: " + SMOKE,
                        "kubectl: " + REGISTER);
        assertThat(pipeline.isUnstable()).isFalse();
    }

    @Test
    void bothImagesHaveTheCommitAsTheirTag() {
        pipeline.run();

        assertThat(of(IMAGE))
                .extracting(ran -> ran.environment().get("IMAGE"))
                .containsExactly(
                        "registry.test/binnacle/echo-service:" + Pipeline.COMMIT,
                        "registry.test/binnacle/admission-webhook:" + Pipeline.COMMIT);
        assertThat(of(DEPLOY))
                .singleElement()
                .satisfies(ran -> assertThat(ran.environment())
                        .containsEntry("REPOSITORY", "registry.test/binnacle/echo-service")
                        .containsEntry("TAG", Pipeline.COMMIT)
                        .containsEntry("NAMESPACE", "echo"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mvn -B -ntp -pl echo-service,admission-webhook -am verify | Test
            deploy/jenkins/image.sh                                   | Images
            deploy/jenkins/release.sh dry-run                         | Dry run
            """)
    void beforeTheDeploymentAFailureEndsTheBuildAndNothingElse(String command, String stage) {
        pipeline.failing(command);

        assertThatThrownBy(pipeline::run).hasMessageContaining(command);

        assertThat(pipeline.stages().getLast()).isEqualTo(stage);
        assertThat(of(DEPLOY)).isEmpty();
        assertThat(of(ROLL_BACK)).isEmpty();
        assertThat(of(REGISTER)).isEmpty();
        assertThat(pipeline.published()).as("results of the tests").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"deploy/jenkins/release.sh deploy", "deploy/jenkins/smoke.sh"})
    void aDeploymentThatFailsIsRolledBackAndToldOf(String command) {
        pipeline.failing(command);

        assertThatThrownBy(pipeline::run).hasMessageContaining(command);

        assertThat(pipeline.stages()).endsWith("Roll back", "Register");
        assertThat(of(REGISTER))
                .singleElement()
                .satisfies(ran -> assertThat(ran.environment())
                        .containsEntry("OUTCOME", "FAILED")
                        .hasEntrySatisfying(
                                "SAYS",
                                says -> assertThat(says)
                                        .startsWith("Rolled back from echo-service:" + Pipeline.COMMIT)));
    }

    @Test
    void aRollbackThatFailsIsNotToldOfAsDone() {
        pipeline.failing(DEPLOY).failing(ROLL_BACK);

        assertThatThrownBy(pipeline::run).hasMessageContaining(ROLL_BACK);

        assertThat(of(REGISTER)).isEmpty();
    }

    @Test
    void thePortalIsToldWithTheTokenAndWhatWasDeployed() {
        pipeline.run();

        assertThat(of(REGISTER))
                .singleElement()
                .satisfies(ran -> assertThat(ran.environment())
                        .containsEntry("PORTAL", "https://portal.test")
                        .containsEntry("ENVIRONMENT", "europe")
                        .containsEntry("OUTCOME", "SUCCEEDED")
                        .containsEntry("SAYS", "Deployed echo-service:" + Pipeline.COMMIT)
                        .containsEntry("PORTAL_TOKEN", secrets.get("binnacle-portal")));
    }

    @Test
    void aPortalThatIsAwayMakesTheBuildUnstableAndUndoesNothing() {
        pipeline.failing(REGISTER).run();

        assertThat(pipeline.isUnstable()).isTrue();
        assertThat(of(ROLL_BACK)).isEmpty();
    }

    @Test
    void noSecretIsInTheLogOrReachesACommandThatNeedsItNot() {
        pipeline.run();

        assertThat(pipeline.log()).contains("sh(" + DEPLOY + ")").doesNotContain(secrets.values());
        assertThat(of(TEST))
                .singleElement()
                .satisfies(ran -> assertThat(ran.environment()).isEmpty());
        assertThat(of(IMAGE))
                .allSatisfy(ran -> assertThat(ran.environment()).doesNotContainKeys("KUBECONFIG", "PORTAL_TOKEN"));
        assertThat(of(DEPLOY))
                .allSatisfy(ran -> assertThat(ran.environment()).doesNotContainKeys("REGISTRY_CONFIG", "PORTAL_TOKEN"));
    }

    @Test
    void theAgentHasAContainerForEveryKindOfWorkPinnedAndWithRequests() {
        pipeline.run();

        assertThat(pipeline.agent())
                .contains("- name: maven", "- name: kaniko", "- name: kubectl")
                .doesNotContain(":latest")
                .satisfies(pod -> assertThat(pod.lines().filter(line -> line.contains("requests:")))
                        .hasSize(3));
    }

    /** In a namespace as deploy/platform/install makes it for agents. */
    @Test
    void theApiServerTakesTheAgent() {
        try (StrictDryRun apiServer = new StrictDryRun("baseline")) {
            apiServer.serviceAccount("jenkins-agent");
            assertThat(apiServer.refusals(ProjectFiles.text(Path.of("deploy/jenkins/agent.yaml"))))
                    .isEmpty();
        }
        assertThat(ProjectFiles.text(Path.of("deploy/platform/install"))).contains("namespace jenkins-agents baseline");
    }

    private List<String> ran() {
        return pipeline.commands().stream()
                .map(ran -> ran.container() + ": " + ran.command())
                .toList();
    }

    private List<Pipeline.Ran> of(String command) {
        return pipeline.commands().stream()
                .filter(ran -> ran.command().equals(command))
                .toList();
    }
}
