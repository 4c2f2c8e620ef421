package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import java.net.URI;

/** The sandbox's storage of rotated log files, with the S3 API. */
public final class Archive {
    private final PartControl control;

    Archive(PartControl control) {
        this.control = control;
    }

    /** Its address, with the bucket and the folder in it. */
    public URI folder() {
        return URI.create(control.addresses().get(Addresses.ARCHIVE));
    }
}
