package dev.binnacle.portal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.problem.Unavailable;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTests {

    private static final URI URL = URI.create("https://10.0.0.1:6443");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec: {command: touch, args: [/tmp/pwned]}",
                "auth-provider: {name: gcp}",
                "tokenFile: /etc/passwd",
                "client-certificate: /etc/passwd",
                "client-key: /etc/passwd"
            })
    void whatReachesThisMachineIsRefused(String user) {
        assertThatThrownBy(() -> settings(kubeconfig("server: " + URL, user)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("would run a program or read a file");
    }

    @Test
    void anAuthorityInAFileIsRefused() {
        assertThatThrownBy(() ->
                        settings(kubeconfig("server: " + URL + ", certificate-authority: /etc/passwd", "token: abc")))
                .hasMessageContaining("certificate-authority");
    }

    @Test
    void theAddressIsTheOneThatWasChecked() {
        assertThat(ClientSettings.of(new Connection(
                                URL,
                                new Credential.Kubeconfig(kubeconfig("server: https://169.254.169.254", "token: abc"))))
                        .getMasterUrl())
                .startsWith("https://10.0.0.1:6443");
    }

    @Test
    void aTextThatIsNoKubeconfigIsSaid() {
        assertThatThrownBy(() -> settings("hello")).hasMessageContaining("it is not a kubeconfig");
        assertThatThrownBy(() -> settings("a: [")).hasMessageContaining("it is not YAML");
        assertThatThrownBy(() -> settings("current-context: x")).hasMessageContaining("names no context");
    }

    private static void settings(String kubeconfig) {
        assertThat(ClientSettings.of(new Connection(URL, new Credential.Kubeconfig(kubeconfig))))
                .isNotNull();
    }

    private static String kubeconfig(String cluster, String user) {
        return """
                current-context: one
                contexts: [{name: one, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {%s}}]
                users: [{name: u, user: {%s}}]
                """.formatted(cluster, user);
    }
}
