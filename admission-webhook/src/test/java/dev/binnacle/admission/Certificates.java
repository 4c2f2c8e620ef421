package dev.binnacle.admission;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A certificate for localhost that signs itself, with its key in one of the forms in which keys are written. */
record Certificates(KeyPair keys, X509CertificateHolder certificate) {

    static Certificates make(String algorithm, int size, int serial, Instant end) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=localhost");
        Date begin = Date.from(end.minus(Duration.ofDays(2)));
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.valueOf(serial), begin, Date.from(end), name, keys.getPublic());
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        String signature = algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new Certificates(keys, builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate())));
    }

    static Certificates valid(int serial) throws Exception {
        return make("EC", 256, serial, Instant.now().plus(Duration.ofDays(1)));
    }

    /** The key as OpenSSL wrote it before PKCS #8: PKCS #1 or SEC 1. */
    String traditionalKey() throws IOException {
        if (!(keys.getPrivate() instanceof ECPrivateKey curveKey)) {
            return pem(keys.getPrivate());
        }
        ASN1Encodable curve = PrivateKeyInfo.getInstance(curveKey.getEncoded())
                .getPrivateKeyAlgorithm()
                .getParameters();
        int bits = curveKey.getParams().getOrder().bitLength();
        return pem(new PemObject(
                "EC PRIVATE KEY",
                new org.bouncycastle.asn1.sec.ECPrivateKey(bits, curveKey.getS(), curve).getEncoded()));
    }

    String key() throws IOException {
        return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
    }

    String text() throws IOException {
        return pem(certificate);
    }

    /** Writes the pair as a kubelet does: into a new folder, to which a link is then turned in one step. */
    void mount(Path folder) throws IOException {
        Path data = Files.createTempDirectory(folder, "..data-");
        Files.writeString(data.resolve("tls.crt"), text());
        Files.writeString(data.resolve("tls.key"), key());
        Path link = Files.createSymbolicLink(folder.resolve("..next"), data.getFileName());
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (String file : new String[] {"tls.crt", "tls.key"}) {
            if (!Files.exists(folder.resolve(file))) {
                Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
            }
        }
    }

    private static String pem(Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }
}
