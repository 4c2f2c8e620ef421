package dev.binnacle.sandbox.pod.egress;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which address of the cluster's network is which real address on loopback. What has no route is refused. */
public final class Routes {

    private final Map<String, InetSocketAddress> routes = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> announced;

    /**
     * @param announced finds what other parts have announced for {@code host:port}: {@code 127.0.0.1:port}, where their
     *     server really is
     */
    public Routes(Function<String, Optional<String>> announced) {
        this.announced = announced;
    }

    /** Sends connections for {@code host:port} of the cluster's network to a real address. */
    public void open(String host, int port, InetSocketAddress target) {
        routes.put(key(host, port), target);
    }

    /** Refuses connections to this address from now on; those that are open go on. */
    public void close(String host, int port) {
        routes.remove(key(host, port));
    }

    /** The real address, or nothing where the sandbox has nothing at this address. */
    public Optional<InetSocketAddress> find(String host, int port) {
        String key = key(host, port);
        return Optional.ofNullable(routes.get(key))
                .or(() -> announced.apply(key).map(Routes::address));
    }

    private static String key(String host, int port) {
        return host + ":" + port;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
