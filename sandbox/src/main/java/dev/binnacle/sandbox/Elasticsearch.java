package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import java.net.URI;

/** The sandbox's Elasticsearch. */
public final class Elasticsearch extends StoppablePart {

    Elasticsearch(PartControl control) {
        super(control, "elasticsearch");
    }

    /** Its base address. */
    public URI url() {
        return URI.create(address(Addresses.ELASTICSEARCH));
    }
}
