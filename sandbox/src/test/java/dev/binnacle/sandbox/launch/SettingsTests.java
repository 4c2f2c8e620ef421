package dev.binnacle.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.kubernetes.ArgoRollouts;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.seed.PoolSeed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {
    @Test
    void nothingSetMeansTheSandboxOnPort8080() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.external()).isFalse();
    }

    @Test
    void severalAlertmanagersAreSeparatedByCommas() {
        Settings settings = Settings.of(Map.of("ALERTMANAGER_URL", "http://one:9093, http://two:9093/am"));

        assertThat(settings.alertmanagerUrls()).containsExactly("http://one:9093", "http://two:9093/am");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> Settings.of(Map.of("BINNACLE_PORT", port)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("number from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9090", "ftp://host", "http://", "http:// host"})
    void anAddressThatIsNoneIsRefusedByItsName(String url) {
        assertThatThrownBy(() -> Settings.of(Map.of("PROMETHEUS_URL", url)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PROMETHEUS_URL")
                .hasMessageContaining("http://");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefusedWithoutItsAddress() {
        assertThatThrownBy(() -> Settings.of(Map.of("DATABASE_URL", "postgres://me:hidden@host/db")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("jdbc:postgresql://")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void partsThatFewNeedAreThereWhereTheyAreAskedFor() {
        assertThat(Settings.of(Map.of()).chosen(EXTRAS)).isEmpty();
        assertThat(Settings.of(Map.of("WITH", " nodes, canary,nodes")).chosen(EXTRAS))
                .extracting(Part::name)
                .containsExactly("node-pool", "argo-rollouts");
    }

    @Test
    void aPartThatIsNoneIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() ->
                        Settings.of(Map.of("WITH", "canaries")).chosen(EXTRAS).toList())
                .isInstanceOf(Refusal.class)
                .hasMessage("WITH names \"canaries\": choose from canary, nodes, separated by commas.");
    }

    @Test
    void partsAreNotAddedToAClusterOfTheUsers() {
        var settings = Settings.of(Map.of("WITH", "nodes", "KUBECONFIG", "/a/file"));

        assertThatThrownBy(() -> settings.chosen(EXTRAS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("KUBECONFIG");
    }

    private static final Map<String, List<Part>> EXTRAS =
            Map.of("canary", List.of(new ArgoRollouts()), "nodes", List.of(new PoolSeed()));
}
