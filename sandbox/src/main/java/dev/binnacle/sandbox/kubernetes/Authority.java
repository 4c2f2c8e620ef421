package dev.binnacle.sandbox.kubernetes;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives as long as one run of the sandbox. */
final class Authority {
    private static final Duration VALIDITY = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final X500Name name;
    private final KeyPair keys;
    private final X509CertificateHolder certificate;
    private final Clock clock;

    Authority(String commonName, Clock clock) {
        this.clock = clock;
        this.name = new X500Name("CN=" + commonName);
        this.keys = newKeys();
        this.certificate =
                sign(name, keys, new BasicConstraints(true), KeyUsage.keyCertSign | KeyUsage.cRLSign, List.of());
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    /** A certificate by which a client is the named user, in the group when that is not empty. */
    Identity client(String user, String group) {
        String subject = group.isEmpty() ? "CN=" + user : "O=" + group + ",CN=" + user;
        return issue(subject, List.of(), List.of(KeyPurposeId.id_kp_clientAuth));
    }

    /** A certificate for a server with these names, by which it may also act as a client. */
    Identity server(String commonName, List<GeneralName> names) {
        return issue("CN=" + commonName, names, List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth));
    }

    /** Fresh RSA keys, which every client library reads. */
    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }

    private Identity issue(String subject, List<GeneralName> names, List<KeyPurposeId> purposes) {
        KeyPair own = newKeys();
        var extensions = new ArrayList<Extra>();
        extensions.add(
                new Extra(Extension.extendedKeyUsage, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new))));
        if (!names.isEmpty()) {
            extensions.add(
                    new Extra(Extension.subjectAlternativeName, new GeneralNames(names.toArray(GeneralName[]::new))));
        }
        int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
        return new Identity(sign(new X500Name(subject), own, new BasicConstraints(false), usage, extensions), own);
    }

    private X509CertificateHolder sign(
            X500Name subject, KeyPair subjectKeys, BasicConstraints constraints, int usage, List<Extra> extras) {
        Instant now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, random).add(BigInteger.ONE),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plus(VALIDITY)),
                subject,
                subjectKeys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            for (Extra extra : extras) {
                builder.addExtension(extra.id(), false, extra.value());
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
        } catch (CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("A certificate for " + subject + " could not be made", e);
        }
    }

    private record Extra(ASN1ObjectIdentifier id, ASN1Encodable value) {}
}
