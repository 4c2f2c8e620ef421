package dev.binnacle.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(600)
class CertificateTests {
    private static final int ROTATIONS = 100;
    private static final String REVIEW =
            Reviewed.create("apps", "Deployment", Reviewed.deployment(Reviewed.container("app", "{}")));

    @TempDir
    private Path folder;

    @Test
    void aNewCertificateIsShownWithoutARestartAndWithoutALostReview() throws Exception {
        Certificates.valid(1).mount(folder);
        try (WebhookFixture webhook = new WebhookFixture(folder, false, Duration.ZERO)) {
            assertThat(webhook.serial()).isEqualTo(1);
            for (int serial = 2; serial <= ROTATIONS; serial++) {
                Certificates.valid(serial).mount(folder);
                while (webhook.serial() != serial) {
                    assertThat(webhook.review(REVIEW).statusCode()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void aPairThatCannotBeUsedLeavesTheOneBeforeInUse() throws Exception {
        Certificates.valid(1).mount(folder);
        try (CurrentKey key = new CurrentKey(folder, WebhookFixture.RELOAD)) {
            ServingKey before = key.get();
            Files.writeString(folder.resolve("tls.key"), Certificates.valid(9).key());
            assertThatThrownBy(() -> ServingKey.read(folder)).hasMessageContaining("is not the key");
            long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
            while (System.nanoTime() < end) {
                assertThat(key.get()).isEqualTo(before);
            }
            Certificates.valid(2).mount(Files.createDirectory(folder.resolve("whole")));
            Files.copy(folder.resolve("whole/tls.crt"), folder.resolve("tls.new"));
            Files.writeString(folder.resolve("tls.crt"), Files.readString(folder.resolve("tls.new")));
            Files.writeString(folder.resolve("tls.key"), Files.readString(folder.resolve("whole/tls.key")));
            while (key.get().equals(before)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void anEndedCertificateMakesItUnready() throws Exception {
        Certificates.make("EC", 256, 1, Instant.now().minusSeconds(60)).mount(folder);
        try (WebhookFixture webhook = new WebhookFixture(folder, false, Duration.ZERO)) {
            assertThat(webhook.manage("/readyz").statusCode()).isEqualTo(503);
            assertThat(webhook.manage("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "RSA, 4096", "EC, 256", "EC, 384"})
    void keysAreReadInEveryUsualForm(String algorithm, int size) throws Exception {
        Certificates pair = Certificates.make(algorithm, size, 1, Instant.now().plusSeconds(60));

        assertThat(secret(PrivateKeys.read(pair.key())))
                .isEqualTo(secret(pair.keys().getPrivate()));
        assertThat(secret(PrivateKeys.read(pair.traditionalKey())))
                .isEqualTo(secret(pair.keys().getPrivate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\n=\n-----END RSA PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> PrivateKeys.read(text)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void thereIsNoStartWithoutACertificate() {
        assertThatThrownBy(() -> new WebhookFixture(folder, false, Duration.ZERO))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static BigInteger secret(PrivateKey key) {
        return switch (key) {
            case ECPrivateKey curveKey -> curveKey.getS();
            case RSAPrivateKey rsaKey -> rsaKey.getPrivateExponent();
            default -> throw new AssertionError(key);
        };
    }
}
