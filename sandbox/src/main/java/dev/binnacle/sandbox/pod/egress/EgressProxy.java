package dev.binnacle.sandbox.pod.egress;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * An HTTP proxy into the cluster's network: on a Unix socket for the API server's egress selector, and on loopback for
 * whoever else scrapes or calls pods by their addresses. At most {@value #MOST_CONNECTIONS} connections are open at a
 * time; more are answered 503.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/extend-kubernetes/setup-konnectivity/">Egress selector</a>
 */
public final class EgressProxy implements AutoCloseable {

    static final int MOST_CONNECTIONS = 512;

    private static final Logger LOG = System.getLogger(EgressProxy.class.getName());

    private final Path socket;
    private final Routes routes;
    private final ServerSocketChannel server;
    private final ServerSocketChannel loopback;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    /** Listens at once; a socket file left behind by an earlier run is replaced. */
    public EgressProxy(Path socket, int port, Routes routes) throws IOException {
        this.socket = socket;
        this.routes = routes;
        Files.deleteIfExists(socket);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket), MOST_CONNECTIONS);
        this.loopback = ServerSocketChannel.open();
        loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_CONNECTIONS);
        Thread.ofVirtual().name("egress-proxy").start(() -> accept(server));
        Thread.ofVirtual().name("egress-loopback").start(() -> accept(loopback));
    }

    /** How many connections are open now. */
    public int connections() {
        return open.size();
    }

    private void accept(ServerSocketChannel listener) {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                Thread.ofVirtual().name("egress").start(() -> serve(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failure) {
                LOG.log(Level.WARNING, "The egress proxy could not take a connection", failure);
            }
        }
    }

    private void serve(SocketChannel client) {
        open.add(client);
        try (client) {
            if (!free.tryAcquire()) {
                answer(client, "503 Too Many Connections");
                return;
            }
            try {
                connect(client);
            } finally {
                free.release();
            }
        } catch (IOException hungUp) {
            LOG.log(Level.DEBUG, "A connection through the egress proxy broke", hungUp);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void connect(SocketChannel client) throws IOException, InterruptedException {
        Optional<ProxyRequest> request = ProxyRequest.read(client);
        if (request.isEmpty()) {
            answer(client, "400 Not A Request To A Proxy");
            return;
        }
        Optional<InetSocketAddress> address =
                routes.find(request.get().host(), request.get().port());
        if (address.isEmpty()) {
            answer(client, "403 Nothing In This Sandbox Has That Address");
            return;
        }
        try (SocketChannel target = SocketChannel.open()) {
            // What comes in pieces goes on in pieces: held back, a piece waits 40 ms for an acknowledgement.
            target.setOption(StandardSocketOptions.TCP_NODELAY, true);
            try {
                target.connect(address.get());
            } catch (IOException refused) {
                answer(client, "502 Connection Refused");
                return;
            }
            open.add(target);
            try {
                if (request.get().connect()) {
                    answer(client, "200 Connection Established");
                } else {
                    write(target, request.get().onward());
                }
                new Tunnel(client, target).run();
            } finally {
                open.remove(target);
            }
        }
    }

    private static void answer(SocketChannel client, String status) throws IOException {
        boolean established = status.startsWith("200");
        write(client, "HTTP/1.1 " + status + (established ? "\r\n\r\n" : "\r\nContent-Length: 0\r\n\r\n"));
    }

    private static void write(SocketChannel channel, String text) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (head.hasRemaining()) {
            channel.write(head);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            loopback.close();
            for (SocketChannel channel : open) {
                channel.close();
            }
            Files.deleteIfExists(socket);
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "The egress proxy did not close cleanly", failure);
        }
    }
}
