package dev.binnacle.portal.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigTests {

    private static final String SOUND = """
            apiVersion: v1
            kind: Config
            current-context: here
            contexts: [{name: here, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:6443"}}]
            users: [{name: u, user: {token: t}}]
            """;

    @Test
    void knowsTheServerOfTheCurrentContext() {
        assertThat(Kubeconfig.read(SOUND)).isEqualTo(new Kubeconfig("here", URI.create("https://127.0.0.1:6443")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec: {command: touch}",
                "auth-provider: {name: gcp}",
                "tokenFile: /etc/passwd",
                "client-certificate: /etc/passwd",
                "client-key: /etc/passwd"
            })
    void refusesWhatRunsAProgramOrReadsAFile(String user) {
        assertThatThrownBy(() -> Kubeconfig.read(SOUND.replace("token: t", user)))
                .isInstanceOfSatisfying(
                        InvalidKubeconfig.class,
                        refusal -> assertThat(refusal.reason()).contains("would run a program or read a file"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "[]", "a: &a [*a]", "current-context: gone", "{{{", "current-context: here"})
    void saysWhatIsWrongWithoutQuotingTheText(String yaml) {
        assertThatThrownBy(() -> Kubeconfig.read(yaml)).isInstanceOf(InvalidKubeconfig.class);
    }

    @Test
    void refusesAliasesThatGrowWithoutBound() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 20; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }
        assertThatThrownBy(() -> Kubeconfig.read(bomb.toString())).isInstanceOf(InvalidKubeconfig.class);
    }

    @Test
    void readsWhatItMakesOfAToken() {
        String yaml = TokenKubeconfig.text(URI.create("https://api:6443"), "t: \"x\"\n", "-----BEGIN CERTIFICATE-----");
        assertThat(Kubeconfig.read(yaml).server()).isEqualTo(URI.create("https://api:6443"));
    }

    @Property(tries = 300)
    void neverFailsOtherwise(@ForAll String text) {
        try {
            Kubeconfig.read(text);
        } catch (InvalidKubeconfig expected) {
            assertThat(expected.reason()).isNotBlank();
        }
    }
}
