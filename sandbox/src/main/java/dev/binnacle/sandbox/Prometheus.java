package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import java.net.URI;

/** The sandbox's Prometheus. */
public final class Prometheus extends StoppablePart {

    Prometheus(PartControl control) {
        super(control, "prometheus");
    }

    /** Its base address. */
    public URI url() {
        return URI.create(address(Addresses.PROMETHEUS));
    }
}
