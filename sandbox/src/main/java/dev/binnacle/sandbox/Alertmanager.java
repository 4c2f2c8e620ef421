package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import java.net.URI;

/** The sandbox's Alertmanager. */
public final class Alertmanager extends StoppablePart {

    Alertmanager(PartControl control) {
        super(control, "alertmanager");
    }

    /** Its base address. */
    public URI url() {
        return URI.create(address(Addresses.ALERTMANAGER));
    }
}
