package dev.binnacle.portal.environment;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The IPv4 address inside an IPv6 address. Packets to the outer one may be led to the inner one.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 special-purpose addresses</a>
 */
final class EmbeddedAddress {

    private static final int[] NAT64 = {0x00, 0x64, 0xff, 0x9b};
    private static final int[] SIX_TO_FOUR = {0x20, 0x02};
    private static final int[] TEREDO = {0x20, 0x01, 0x00, 0x00};
    private static final int[] ISATAP = {0x5e, 0xfe};

    private EmbeddedAddress() {}

    /** @return the address inside; the same where it carries none */
    static InetAddress innermost(InetAddress address) throws UnknownHostException {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        if (has(bytes, 0, SIX_TO_FOUR)) {
            return part(bytes, 2);
        }
        if (has(bytes, 0, TEREDO)) {
            byte[] inverted = bytes.clone();
            for (int at = 12; at < inverted.length; at++) {
                inverted[at] ^= (byte) 0xff;
            }
            return part(inverted, 12);
        }
        boolean compatible = has(bytes, 0, new int[12]) && !has(bytes, 12, new int[3]);
        return compatible || has(bytes, 0, NAT64) || has(bytes, 10, ISATAP) ? part(bytes, 12) : address;
    }

    private static boolean has(byte[] bytes, int from, int[] expected) {
        for (int at = 0; at < expected.length; at++) {
            if (bytes[from + at] != (byte) expected[at]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress part(byte[] bytes, int from) throws UnknownHostException {
        return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    }
}
