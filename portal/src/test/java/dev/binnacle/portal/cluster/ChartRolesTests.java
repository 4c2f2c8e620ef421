package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.marcnuri.helm.Helm;
import dev.binnacle.sandbox.Sandbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The accounts that the portal's chart makes may do what its features need, by the real API server, and no more. */
@TestInstance(Lifecycle.PER_CLASS)
class ChartRolesTests {

    private static final Path CHART = Path.of("..", "charts", "binnacle");
    private static final String NAMESPACE = "chart-roles";
    private static final String OPERATED = "chart-roles-operated";
    private static final Set<String> ACCESS =
            Set.of("ClusterRole", "ClusterRoleBinding", "RoleBinding", "ServiceAccount");

    private static final Set<String> ONLY_OPERATORS = Set.of("Deploy of the echo service", "Pipeline probe");

    private final KubernetesClient admin = Sandbox.shared().kubernetes().adminClient();

    @BeforeAll
    void install() {
        List.of(NAMESPACE, OPERATED)
                .forEach(name -> admin.resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build())
                        .create());
        objects().stream()
                .filter(object -> ACCESS.contains(object.getKind()))
                .forEach(object -> admin.resource(object).serverSideApply());
    }

    @AfterAll
    void remove() {
        objects().stream()
                .filter(object -> object.getKind().startsWith("Cluster"))
                .forEach(object -> admin.resource(object).delete());
        Helm.uninstall("kept")
                .withNamespace(NAMESPACE)
                .withKubeConfigContents(kubeconfig())
                .ignoreNotFound()
                .call();
        admin.namespaces().withName(NAMESPACE).delete();
        admin.namespaces().withName(OPERATED).delete();
        admin.close();
    }

    @Test
    void theReaderMayReadEverythingAndChangeNothing() {
        soon(this::assertReader);
    }

    private void assertReader() {
        for (NeededPermission permission : NeededPermission.ALL) {
            for (String verb : permission.verbs()) {
                boolean changes = Set.of("create", "patch").contains(verb);
                if (changes || !ONLY_OPERATORS.contains(permission.feature())) {
                    assertThat(allowed("read", verb, permission, "default"))
                            .as(verb + " " + permission)
                            .isEqualTo(!changes);
                }
            }
        }
    }

    @Test
    void theOperatorMayDoEverythingWhereItOperatesAndNothingElsewhere() {
        soon(this::assertOperator);
    }

    /** The API server goes by what it has noticed of the roles, which takes it a moment. */
    private static void soon(ThrowingRunnable asserted) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(asserted);
    }

    private void assertOperator() {
        for (NeededPermission permission : NeededPermission.ALL) {
            for (String verb : permission.verbs()) {
                assertThat(allowed("operate", verb, permission, OPERATED))
                        .as(verb + " " + permission)
                        .isTrue();
                if (permission.namespaced()) {
                    assertThat(allowed("operate", verb, permission, "default"))
                            .as(verb + " " + permission + " elsewhere")
                            .isFalse();
                }
            }
        }
        var secrets = new NeededPermission(List.of("get"), "", "secrets", true, "none");
        assertThat(allowed("operate", "get", secrets, OPERATED)).isFalse();
    }

    @Test
    void theKeyIsMadeOnceEncryptsAndOutlivesTheRelease() throws Exception {
        install("kept");
        String json = keyset();
        Helm.uninstall("kept")
                .withNamespace(NAMESPACE)
                .withKubeConfigContents(kubeconfig())
                .call();
        install("kept");
        AeadConfig.register();
        Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] text = {1, 2, 3};

        assertThat(aead.decrypt(aead.encrypt(text, text), text)).isEqualTo(text);
        assertThat(keyset()).isEqualTo(json);
    }

    private static void install(String release) {
        new Helm(CHART)
                .install()
                .withName(release)
                .withNamespace(NAMESPACE)
                .withKubeConfigContents(kubeconfig())
                .call();
    }

    private static String kubeconfig() {
        return Sandbox.shared().kubernetes().kubeconfig();
    }

    private String keyset() {
        Secret secret = admin.secrets()
                .inNamespace(NAMESPACE)
                .withName("kept-binnacle-keyset")
                .require();
        return new String(Base64.getDecoder().decode(secret.getData().get("keyset.json")), StandardCharsets.UTF_8);
    }

    private boolean allowed(String account, String verb, NeededPermission permission, String namespace) {
        String[] resource = permission.resource().split("/", -1);
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser("system:serviceaccount:%s:trial-binnacle-%s".formatted(NAMESPACE, account))
                .withNewResourceAttributes()
                .withVerb(verb)
                .withGroup(permission.group())
                .withResource(resource[0])
                .withSubresource(resource.length > 1 ? resource[1] : "")
                .withNamespace(permission.namespaced() ? namespace : "")
                .endResourceAttributes()
                .endSpec()
                .build();
        return admin.authorization()
                .v1()
                .subjectAccessReview()
                .create(review)
                .getStatus()
                .getAllowed();
    }

    private List<HasMetadata> objects() {
        String manifest = new Helm(CHART)
                .template()
                .withName("trial")
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.37.2")
                .set("keyset.existingSecret", "mine")
                .set("database.url", "jdbc:postgresql://db.example.net/binnacle")
                .set("database.existingSecret", "database")
                .set("access.operate.enabled", true)
                .set("access.operate.namespaces[0]", OPERATED)
                .call();
        return admin.load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
                .items();
    }
}
