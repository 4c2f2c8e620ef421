package dev.binnacle.portal.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.delivery.PretendedWorkloads;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An environment whose credential may look at one namespace of a real cluster, and change nothing. */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForbiddenCredentialTests {

    private static final String NAME =
            "forbidden-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String PAGES = "/environments/" + NAME;
    private static final Duration READ = Duration.ofMinutes(2);

    private final Visitors visitors;
    private final KubernetesClient admin = Sandbox.shared().kubernetes().adminClient();
    private final PretendedWorkloads workloads = new PretendedWorkloads(admin);
    private final String namespace = workloads.namespace();

    ForbiddenCredentialTests(Visitors visitors) {
        this.visitors = visitors;
    }

    @BeforeAll
    void connect() {
        workloads.deployment("seen");
        form("/environments").hasStatus(HttpStatus.NO_CONTENT);
        await().atMost(READ)
                .until(() -> body(get(PAGES + "/workloads")).contains("seen")
                        && !body(get(PAGES + "/workloads")).contains("is being read"));
    }

    @AfterAll
    void tidy() {
        visitors.administrator()
                .post()
                .uri(PAGES + "/delete")
                .param("typed", NAME)
                .exchange();
        workloads.remove();
        admin.close();
    }

    @Test
    void theConnectionTestNamesWhatIsMissingByFeature() {
        form("/environments/test")
                .hasStatusOk()
                .bodyText()
                .contains("list and watch nodes", "Scheduling")
                .contains("get and patch deployments in " + namespace, "Redeploy, roll back, scale and pause")
                .contains("get, create and patch services in " + namespace, "Deploy of the echo service");
    }

    @Test
    void pagesOfWhatIsForbiddenSayWhichPermissionIsMissing() {
        assertThat(get(PAGES + "/scheduling"))
                .hasStatusOk()
                .bodyText()
                .contains("The permission to list and watch nodes is missing.")
                .doesNotContain("Exception");
        assertThat(get(PAGES + "/autoscaling"))
                .hasStatusOk()
                .bodyText()
                .contains("The permission to list and watch horizontalpodautoscalers in " + namespace + " is missing.");
        assertThat(get(PAGES + "/operations/echo-offer"))
                .hasStatusOk()
                .bodyText()
                .contains("delivery__offer-echo", "namespace=" + namespace)
                .doesNotContain("<html");
    }

    @Test
    void anOperationIsBlockedInWordsAndNothingIsChanged() {
        String plan =
                PAGES + "/operations/plan?kind=redeploy&workload=deployment&namespace=" + namespace + "&name=seen";
        assertThat(get(plan))
                .hasStatusOk()
                .bodyText()
                .contains("The credential of " + NAME + " may not patch deployments in the namespace " + namespace)
                .doesNotContain("Exception", "system:serviceaccount");
        visitors.administrator()
                .post()
                .uri(PAGES + "/operations")
                .param("kind", "redeploy")
                .param("workload", "deployment")
                .param("namespace", namespace)
                .param("name", "seen")
                .param("quick", "true")
                .exchange();
        assertThat(workloads.get("seen").getMetadata().getGeneration()).isEqualTo(1);
    }

    @Test
    void aLogThatIsForbiddenIsSaidToBe() {
        String pod = admin.pods()
                .inNamespace(namespace)
                .withLabel("app", "seen")
                .list()
                .getItems()
                .getFirst()
                .getMetadata()
                .getName();
        assertThat(get(PAGES + "/pods/" + namespace + "/" + pod))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Exception");
    }

    private MvcTestResult get(String path) {
        return visitors.administrator().get().uri(path).exchange();
    }

    private static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResultAssert form(String path) {
        Config config = Config.fromKubeconfig(Sandbox.shared().kubernetes().kubeconfig());
        return assertThat(visitors.administrator()
                .post()
                .uri(path)
                .param("name", NAME)
                .param("namespaces", namespace)
                .param("clusterCredential", "token")
                .param("clusterUrl", config.getMasterUrl())
                .param("clusterToken", token())
                .param(
                        "clusterAuthority",
                        new String(
                                java.util.Base64.getDecoder().decode(config.getCaCertData()),
                                java.nio.charset.StandardCharsets.UTF_8))
                .exchange());
    }

    /** @return of an account that may look at workloads, and at nothing else */
    private String token() {
        var account = new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("looks-only")
                .withNamespace(namespace)
                .endMetadata()
                .build();
        admin.resource(account).serverSideApply();
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName("looks-only")
                        .withNamespace(namespace)
                        .endMetadata()
                        .withRules(new PolicyRuleBuilder()
                                .withApiGroups("", "apps")
                                .withResources(
                                        "pods",
                                        "deployments",
                                        "statefulsets",
                                        "daemonsets",
                                        "replicasets",
                                        "controllerrevisions")
                                .withVerbs("get", "list", "watch")
                                .build())
                        .build())
                .serverSideApply();
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("looks-only")
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "looks-only")
                        .withSubjects(new Subject("", "ServiceAccount", "looks-only", namespace))
                        .build())
                .serverSideApply();
        return admin.serviceAccounts()
                .inNamespace(namespace)
                .withName("looks-only")
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(3600L)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }
}
