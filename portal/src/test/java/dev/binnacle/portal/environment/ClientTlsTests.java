package dev.binnacle.portal.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class ClientTlsTests {

    private static final HeldCertificate HELD = new HeldCertificate.Builder().build();

    @Test
    void aCertificateAndItsKeyAreReadInAnyOrderAndForm() {
        assertThat(tls(HELD.certificatePem() + HELD.privateKeyPkcs8Pem())
                        .trusted()
                        .getAcceptedIssuers())
                .as("whom Java trusts")
                .isNotEmpty();
        HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().build();
        assertThat(ClientTls.of(new Credential.ClientCertificate(
                                rsa.privateKeyPkcs1Pem() + rsa.certificatePem(), HELD.certificatePem()))
                        .trusted()
                        .getAcceptedIssuers())
                .containsExactly(HELD.certificate());
    }

    @Test
    void whatIsNoPemIsRefusedAndNeverOpenedAsAFile() {
        assertThatThrownBy(() -> tls("")).hasMessage("a certificate in PEM is missing");
        assertThatThrownBy(() -> tls("file:/etc/hostname")).hasMessage("a certificate in PEM is missing");
        assertThatThrownBy(() -> tls(HELD.certificatePem())).hasMessageContaining("its key, in PEM");
        assertThatThrownBy(() -> tls(HELD.privateKeyPkcs8Pem())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tls("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChainInAnotherOrderOrTheKeyOfAnotherIsRefused() {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(1).build();
        HeldCertificate between = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .signedBy(authority)
                .build();
        HeldCertificate own = new HeldCertificate.Builder().signedBy(between).build();
        assertThat(tls(own.certificatePem() + between.certificatePem() + own.privateKeyPkcs8Pem()))
                .isNotNull();
        assertThatThrownBy(() -> tls(between.certificatePem() + own.certificatePem() + own.privateKeyPkcs8Pem()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tls(own.certificatePem() + HELD.certificatePem() + own.privateKeyPkcs8Pem()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tls(own.certificatePem() + HELD.privateKeyPkcs8Pem()))
                .hasMessage("its key is not that of the certificate, which stands first");
        HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().build();
        assertThatThrownBy(() -> tls(own.certificatePem() + rsa.privateKeyPkcs8Pem()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsKeptAsItIsAndShownNowhere() {
        Credential credential = new Credential.ClientCertificate("a\nb\n", "c\n");
        assertThat(CredentialText.read(CredentialText.of(credential))).isEqualTo(credential);
        assertThat(credential.toString()).isEqualTo("ClientCertificate[hidden]");
    }

    private static ClientTls tls(String pem) {
        return ClientTls.of(new Credential.ClientCertificate(pem, ""));
    }
}
