package dev.binnacle.sandbox.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Free ports on loopback, chosen once per name, so that a part that is started again keeps its address. */
final class Ports {
    private final Map<String, Integer> chosen = new ConcurrentHashMap<>();

    int port(String name) {
        return chosen.computeIfAbsent(name, _ -> free());
    }

    private int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback", e);
        }
    }
}
