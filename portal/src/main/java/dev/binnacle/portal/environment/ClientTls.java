package dev.binnacle.portal.environment;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * How a client that has a certificate speaks TLS.
 *
 * @param trusted whose certificates of servers it takes
 */
public record ClientTls(SSLContext context, X509TrustManager trusted) {

    /**
     * Reads the texts as PEM and as nothing else: never as the name of a file.
     *
     * @throws IllegalArgumentException in whose message is what they lack
     */
    public static ClientTls of(Credential.ClientCertificate credential) {
        try {
            PemContent own = pem(credential.pem());
            PrivateKey key = own.getPrivateKey();
            if (key == null) {
                throw new IllegalArgumentException("its private key is missing");
            }
            requirePair(key, own.getCertificates().getFirst().getPublicKey());
            PemSslStore authority = credential.authority().isEmpty()
                    ? null
                    : PemSslStore.of(pem(credential.authority()).getCertificates(), null);
            SslBundle bundle =
                    SslBundle.of(new PemSslStoreBundle(PemSslStore.of(own.getCertificates(), key), authority));
            return Stream.of(bundle.getManagers().getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .map(trusted -> new ClientTls(bundle.createSslContext(), trusted))
                    .findFirst()
                    .orElseThrow();
        } catch (IllegalStateException | GeneralSecurityException malformed) {
            throw new IllegalArgumentException(
                    "it is not made of a certificate, those above it in their order, and its key, in PEM", malformed);
        }
    }

    /** What one of them signs, the other one must know. */
    private static void requirePair(PrivateKey secret, PublicKey known) throws GeneralSecurityException {
        String algorithm = switch (secret.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> secret.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(secret);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        if (!signature.verify(signed)) {
            throw new IllegalArgumentException("its key is not that of the certificate, which stands first");
        }
    }

    private static PemContent pem(String text) {
        if (!PemContent.isPresentInText(text)) {
            throw new IllegalArgumentException("a certificate in PEM is missing");
        }
        return PemContent.of(text);
    }
}
