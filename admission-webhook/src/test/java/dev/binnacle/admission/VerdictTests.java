package dev.binnacle.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.admission.Verdict.Allowed;
import dev.binnacle.admission.Verdict.Refused;
import dev.binnacle.admission.Verdict.Warned;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTests {
    private static final String BARE = Reviewed.container("app", "{}");
    private static final String LACKS_BOTH = "every container must request CPU and memory; without a CPU request:"
            + " container app; without a memory request: container app";

    @Test
    void eachContainerAndWhatItLacksIsNamed() {
        String object = """
                {"spec": {"template": {"spec": {
                  "initContainers": [{"name": "migrate", "resources": {"requests": {"cpu": "1"}}}],
                  "containers": [{"name": "app"}, {"name": "proxy", "resources": {"requests": {"memory": "1Gi"}}}]}}}}
                """;

        assertThat(created("apps", "Deployment", object))
                .isEqualTo(new Refused("every container must request CPU and memory;"
                        + " without a CPU request: container app, container proxy;"
                        + " without a memory request: init container migrate, container app"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"requests": {"cpu": "100m", "memory": "1Mi"}}                              | true
            {"limits": {"cpu": 1, "memory": "1Mi"}}                                     | true
            {"requests": {"cpu": "100m"}, "limits": {"memory": "1e9"}}                  | true
            {"requests": {"cpu": "0.5", "memory": 1e3}}                                 | true
            {"requests": {"cpu": "100m"}}                                               | false
            {"requests": {"cpu": "0", "memory": "1Mi"}, "limits": {"cpu": "1"}}         | false
            {"requests": {"cpu": "0.0e3", "memory": "0Ki"}}                             | false
            {"requests": null, "limits": null}                                          | false
            {}                                                                          | false
            """)
    void aLimitStandsForARequestAndZeroForNone(String resources, boolean allowed) {
        Verdict verdict = created("apps", "Deployment", Reviewed.deployment(Reviewed.container("app", resources)));

        assertThat(verdict instanceof Allowed).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet", "batch/Job"})
    void everyKindWithATemplateIsJudged(String kind) {
        String[] parts = kind.split("/", -1);

        assertThat(created(parts[0], parts[1], Reviewed.deployment(BARE))).isEqualTo(new Refused(LACKS_BOTH));
    }

    @Test
    void cronJobsAndBarePodsAreJudged() {
        String template = Reviewed.deployment(BARE);

        assertThat(created("batch", "CronJob", "{\"spec\": {\"jobTemplate\": %s}}".formatted(template)))
                .isEqualTo(new Refused(LACKS_BOTH));
        assertThat(created("", "Pod", "{\"spec\": {\"containers\": [%s]}}".formatted(BARE)))
                .isEqualTo(new Refused(LACKS_BOTH));
    }

    @ParameterizedTest
    @CsvSource({
        "apps, ReplicaSet, Deployment, true, true",
        "apps, ReplicaSet, Deployment, false, false",
        "batch, Job, CronJob, true, true",
        "batch, Job, Workflow, true, false",
        "'', Pod, ReplicaSet, true, true",
        "apps, Deployment, Release, true, false"
    })
    void whatAControllerMakesIsJudgedAtTheController(
            String group, String kind, String owner, boolean controller, boolean allowed) {
        String object = """
                {"metadata": {"ownerReferences": [{"kind": "%s", "name": "x", "controller": %s}]},
                 "spec": {"containers": [%s], "template": {"spec": {"containers": [%s]}}}}
                """.formatted(owner, controller, BARE, BARE);

        assertThat(created(group, kind, object) instanceof Allowed).isEqualTo(allowed);
    }

    @Test
    void anUpdateThatLacksNothingMoreIsAllowedWithAWarning() {
        String before = Reviewed.deployment(BARE);
        String worse = Reviewed.deployment(BARE + "," + Reviewed.container("proxy", "{}"));
        String better = Reviewed.deployment(Reviewed.container("app", "{\"requests\": {\"cpu\": 1}}"));

        assertThat(updated(before, before)).isEqualTo(new Warned(LACKS_BOTH));
        assertThat(updated(better, before)).isInstanceOf(Warned.class);
        assertThat(updated(worse, before)).isInstanceOf(Refused.class);
        assertThat(updated(before, better)).isInstanceOf(Refused.class);
    }

    @Test
    void nothingIsRefusedWhereOnlyWarningsAreWanted() {
        Review review = review(Reviewed.create("apps", "Deployment", Reviewed.deployment(BARE)));

        assertThat(Verdict.of(review, true)).isEqualTo(new Warned(LACKS_BOTH));
    }

    @Test
    void otherKindsAndDeletionsAreLeftAlone() {
        assertThat(created("", "ConfigMap", "{\"data\": {\"a\": \"b\"}}")).isEqualTo(new Allowed());
        assertThat(created("example.org", "Deployment", Reviewed.deployment(BARE)))
                .isEqualTo(new Allowed());
        assertThat(Verdict.of(
                        review(Reviewed.review("DELETE", "apps", "Deployment", "null", Reviewed.deployment(BARE))),
                        false))
                .isEqualTo(new Allowed());
    }

    @Test
    void aLongMessageIsCut() {
        StringBuilder containers = new StringBuilder(BARE);
        for (int i = 0; i < 500; i++) {
            containers.append(',').append(Reviewed.container("container-" + i, "{}"));
        }

        assertThat(created("apps", "Deployment", Reviewed.deployment(containers.toString())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).hasSize(4001));
    }

    private static Verdict created(String group, String kind, String object) {
        return Verdict.of(review(Reviewed.create(group, kind, object)), false);
    }

    private static Verdict updated(String object, String old) {
        return Verdict.of(review(Reviewed.review("UPDATE", "apps", "Deployment", object, old)), false);
    }

    private static Review review(String text) {
        return Review.of(Document.read(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }
}
