package dev.binnacle.portal.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.metric.Endpoints;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/** Credentials, against real Alertmanagers that ask for them. */
@PageTest
class GuardedAlertmanagerTests {

    private static final String SECRET = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    private final HttpCheck check;
    private final Endpoints endpoints;

    GuardedAlertmanagerTests(HttpCheck check, Endpoints endpoints) {
        this.check = check;
        this.endpoints = endpoints;
    }

    @Test
    void oneThatKnowsItsClientsByTheirCertificates() throws IOException, InterruptedException {
        HeldCertificate authority = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("an authority of its own")
                .build();
        HeldCertificate server = signed(authority, "alertmanager");
        Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        Files.writeString(folder.resolve("server.pem"), server.certificatePem());
        Files.writeString(folder.resolve("server.key"), server.privateKeyPkcs8Pem());
        String web = """
                tls_server_config:
                  cert_file: server.pem
                  key_file: server.key
                  client_auth_type: RequireAndVerifyClientCert
                  client_ca_file: ca.pem
                """;
        try (GuardedAlertmanager guarded = GuardedAlertmanager.start(folder, "https", web)) {
            Credential known = certificate(signed(authority, "binnacle"), authority.certificatePem());
            awaitAnswer(guarded, known);
            assertThat(status(guarded, known)).contains("nobody");

            HeldCertificate other =
                    new HeldCertificate.Builder().certificateAuthority(0).build();
            Credential unknown = certificate(signed(other, "binnacle"), authority.certificatePem());
            assertThat(answer(guarded, unknown).status()).isEqualTo(Status.CRITICAL);
            assertThatThrownBy(() -> status(guarded, unknown)).isInstanceOf(Unavailable.class);

            Credential trustsNobody = certificate(signed(authority, "binnacle"), "");
            assertThat(answer(guarded, trustsNobody).answer()).contains("certificate is not trusted");
            assertThatThrownBy(() -> status(guarded, trustsNobody))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("does not trust the other's certificate");
            assertThatThrownBy(() -> status(guarded, new Credential.None())).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void oneThatAsksForANameAndAPassword() throws IOException, InterruptedException {
        String web = "basic_auth_users: {binnacle: \"" + new BCryptPasswordEncoder(4).encode(SECRET) + "\"}";
        try (GuardedAlertmanager guarded = GuardedAlertmanager.start(folder, "http", web)) {
            Credential known = new Credential.Basic("binnacle", SECRET);
            awaitAnswer(guarded, known);
            assertThat(status(guarded, known)).contains("nobody");
            Credential wrong = new Credential.Basic("binnacle", SECRET + "!");
            assertThat(answer(guarded, wrong).answer()).contains("Refuses the credential");
            assertThatThrownBy(() -> status(guarded, wrong)).isInstanceOf(Forbidden.class);
        }
    }

    private void awaitAnswer(GuardedAlertmanager guarded, Credential credential) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(answer(guarded, credential).status()).isEqualTo(Status.OK));
    }

    private TestedSystem answer(GuardedAlertmanager guarded, Credential credential) {
        return check.check(ConnectedSystem.ALERTMANAGER, new Connection(guarded.url(), credential), "");
    }

    private String status(GuardedAlertmanager guarded, Credential credential) {
        return endpoints
                .of(new Connection(guarded.url(), credential), "Alertmanager")
                .get(
                        "api/v2/status",
                        Map.of(),
                        body -> new JsonMapper().readTree(body).toString());
    }

    private static HeldCertificate signed(HeldCertificate authority, String name) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName(name)
                .addSubjectAlternativeName(InetAddress.getLoopbackAddress().getHostAddress())
                .build();
    }

    private static Credential certificate(HeldCertificate own, String authority) {
        return new Credential.ClientCertificate(own.certificatePem() + own.privateKeyPkcs8Pem(), authority);
    }
}
