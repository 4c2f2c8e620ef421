package dev.binnacle.admission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** A private key with the certificates that go with it, the server's own one first. */
record ServingKey(List<X509Certificate> chain, PrivateKey key) {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final byte[] CHALLENGE = new SecureRandom().generateSeed(32);

    ServingKey {
        chain = List.copyOf(chain);
    }

    /**
     * Reads {@code tls.crt} and {@code tls.key}.
     *
     * @throws IOException where a file is missing or too long
     * @throws GeneralSecurityException where they hold no certificate and key, or two that do not belong together
     */
    static ServingKey read(Path folder) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain;
        try (InputStream certificates = Files.newInputStream(bounded(folder.resolve("tls.crt")))) {
            chain = factory.generateCertificates(certificates).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("tls.crt holds no certificate");
        }
        ServingKey read = new ServingKey(chain, PrivateKeys.read(Files.readString(bounded(folder.resolve("tls.key")))));
        read.requireMatch();
        return read;
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    boolean validAt(Instant time) {
        return !time.isBefore(certificate().getNotBefore().toInstant())
                && !time.isAfter(certificate().getNotAfter().toInstant());
    }

    X509Certificate[] chainArray() {
        return chain.toArray(X509Certificate[]::new);
    }

    private void requireMatch() throws GeneralSecurityException {
        Certificate own = certificate();
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(CHALLENGE);
        byte[] signed = signature.sign();
        signature.initVerify(own.getPublicKey());
        signature.update(CHALLENGE);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("tls.key is not the key of the certificate in tls.crt");
        }
    }

    private static Path bounded(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file.getFileName() + " is longer than 1 MB");
        }
        return file;
    }
}
