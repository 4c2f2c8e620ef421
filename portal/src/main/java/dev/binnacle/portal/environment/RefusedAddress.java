package dev.binnacle.portal.environment;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name points to an address that the portal does not call. An {@code UnknownHostException}, as resolvers may throw. */
public final class RefusedAddress extends UnknownHostException {

    private final String reason;

    RefusedAddress(String host, InetAddress address) {
        super(host + " points to " + address.getHostAddress() + ", which is refused");
        this.reason = "it points to a link-local, metadata or unspecific address, " + address.getHostAddress()
                + ", where cloud machines hand out their own credentials; nothing was sent";
    }

    public String reason() {
        return reason;
    }
}
