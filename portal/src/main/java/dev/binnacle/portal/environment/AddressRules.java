package dev.binnacle.portal.environment;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the portal calls for an environment. Cloud machines hand out their own credentials at link-local
 * addresses and a few fixed others, so those are refused unless the setting {@code binnacle.addresses.allowed} names them.
 *
 * <p>A name is checked when it is saved and again, with the addresses that it then has, whenever a connection is made:
 * clients resolve through {@link #resolve}, so that a name which changes its address gains nothing.
 */
@Component
public final class AddressRules {

    /** Metadata services outside the link-local range: Amazon's over IPv6, Alibaba's, Oracle's. */
    private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

    private final Set<String> allowed;

    AddressRules(@Value("${binnacle.addresses.allowed:}") Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Says why an address is not accepted. Looks the name up, and calls nothing.
     *
     * @return a sentence without its first words, as in "it points to a link-local address, 169.254.10.20"; empty where
     *     the address is fine or its name is not known yet
     */
    public Optional<String> refusal(URI url) {
        String scheme = url.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return Optional.of("it must begin with http:// or https://");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("a name or password in an address would be shown; use the fields for credentials");
        }
        if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            return Optional.of("it must be a host with an optional port and path, and nothing more");
        }
        try {
            resolve(url.getHost());
            return Optional.empty();
        } catch (RefusedAddress refused) {
            return Optional.of(refused.reason());
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Looks a host up for a client that is about to connect.
     *
     * @return its addresses, each of them allowed
     * @throws RefusedAddress where any of them is not
     * @throws UnknownHostException where the name has none
     */
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (forbidden(embedded(address)) && !allowed.contains(address.getHostAddress())) {
                throw new RefusedAddress(host, address);
            }
        }
        return List.of(addresses);
    }

    private static boolean forbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress());
    }

    /** Unwraps the IPv4 address that 6to4, NAT64 and IPv4-compatible addresses carry. */
    private static InetAddress embedded(InetAddress address) throws UnknownHostException {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean nat64 = bytes[0] == 0x00 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        boolean compatible = allZero(bytes, 0, 12) && !allZero(bytes, 12, 15);
        return nat64 || compatible ? Inet4Address.getByAddress(Arrays.copyOfRange(bytes, 12, 16)) : address;
    }

    private static boolean allZero(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
