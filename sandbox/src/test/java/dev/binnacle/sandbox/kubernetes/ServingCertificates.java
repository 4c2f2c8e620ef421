package dev.binnacle.sandbox.kubernetes;

import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/** An authority for tests that issues certificates for a service. */
public final class ServingCertificates {

    private final Authority authority = new Authority("test-authority", Clock.systemUTC());
    private final String host;

    /** @param host the name of the service, {@code webhook.namespace.svc} say */
    public ServingCertificates(String host) {
        this.host = host;
    }

    /** The authority's own certificate, as PEM. */
    public String authority() {
        return Pem.text(authority.certificate());
    }

    /** A new key and its certificate. */
    public Issued issue() {
        Identity identity = authority.server(host, List.of(new GeneralName(GeneralName.dNSName, host)));
        return new Issued(
                Pem.text(identity.certificate()),
                Pem.text(identity.keys().getPrivate()),
                identity.certificate().getSerialNumber().toString());
    }

    /** A certificate and its key, as PEM. */
    public record Issued(String certificate, String key, String serial) {}
}
