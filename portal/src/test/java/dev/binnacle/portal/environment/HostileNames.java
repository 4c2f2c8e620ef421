package dev.binnacle.portal.environment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A name server of this JVM's tests whose names belong to somebody hostile. What they point to is forbidden, and yet
 * reaches a server on loopback: 0.0.0.0 does. Every other name goes to the machine's own name servers.
 */
public final class HostileNames extends InetAddressResolverProvider {

    private static final byte[] HARMLESS = {127, 0, 0, 77};
    private static final byte[] FORBIDDEN = {0, 0, 0, 0};
    private static final Map<String, AtomicInteger> LOOKUPS = new ConcurrentHashMap<>();

    /** Hosts that no client may call, each new, so that no cache knows it. */
    public static Stream<String> hosts() {
        return Stream.of(
                "0.0.0.0", "0", "[::]", "[::ffff:0.0.0.0]", fresh("always"), fresh("among"), fresh("rebinding"));
    }

    private static String fresh(String kind) {
        return kind + "-" + UUID.randomUUID() + ".hostile.test";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(".hostile.test") ? answer(host) : usual.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    private static Stream<InetAddress> answer(String host) throws UnknownHostException {
        int before = LOOKUPS.computeIfAbsent(host, name -> new AtomicInteger()).getAndIncrement();
        InetAddress harmless = InetAddress.getByAddress(host, HARMLESS);
        InetAddress forbidden = InetAddress.getByAddress(host, FORBIDDEN);
        return switch (host.substring(0, host.indexOf('-'))) {
            case "always" -> Stream.of(forbidden);
            case "among" -> Stream.of(harmless, forbidden);
            case "rebinding" -> Stream.of(before == 0 ? harmless : forbidden);
            default -> throw new UnknownHostException(host);
        };
    }

    @Override
    public String name() {
        return "hostile names";
    }
}
