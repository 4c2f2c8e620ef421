package dev.binnacle.portal.environment;

import java.util.List;
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
        PemSslStore identity;
        PemSslStore authority;
        try {
            PemContent own = pem(credential.pem());
            identity = PemSslStore.of(own.getCertificates(), own.getPrivateKey());
            authority = credential.authority().isEmpty()
                    ? null
                    : PemSslStore.of(pem(credential.authority()).getCertificates(), null);
        } catch (IllegalStateException malformed) {
            throw new IllegalArgumentException("it is not made of certificates and their key in PEM", malformed);
        }
        SslBundle bundle = SslBundle.of(new PemSslStoreBundle(identity, authority));
        return List.of(bundle.getManagers().getTrustManagers()).stream()
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .map(trusted -> new ClientTls(bundle.createSslContext(), trusted))
                .findFirst()
                .orElseThrow();
    }

    private static PemContent pem(String text) {
        if (!PemContent.isPresentInText(text)) {
            throw new IllegalArgumentException("a certificate in PEM is missing");
        }
        return PemContent.of(text);
    }
}
