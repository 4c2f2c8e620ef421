package dev.binnacle.portal.environment;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Metadata services outside the link-local range: Amazon's and Google's over IPv6, Alibaba's, Oracle's, Azure's. */
    private static final Set<String> METADATA = Set.of(
            "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192", "168.63.129.16");

    /** A host that programs read as a number: its last part begins with a digit. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?[0-9][0-9a-zA-Z]*\\.?");

    private static final Pattern FOUR_DECIMALS = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

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
            return odd(url.getHost());
        } catch (RefusedAddress refused) {
            return Optional.of(refused.reason());
        } catch (UnknownHostException unknown) {
            return odd(url.getHost());
        }
    }

    /** Octal, hexadecimal and shortened numbers, and zones, mean different addresses to different programs. */
    private static Optional<String> odd(String host) {
        if (host.contains("%")) {
            return Optional.of("an address with a zone belongs to one machine");
        }
        return NUMBER.matcher(host).matches() && !FOUR_DECIMALS.matcher(host).matches()
                ? Optional.of("a host in numbers is written as four decimal ones, as in 10.0.0.1")
                : Optional.empty();
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
            if (forbidden(EmbeddedAddress.innermost(address)) && !allowed.contains(address.getHostAddress())) {
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
}
