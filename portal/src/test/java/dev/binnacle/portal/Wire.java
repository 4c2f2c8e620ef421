package dev.binnacle.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Leads every connection to a server, until a test cuts it or lets nothing through. */
public final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;

    public Wire(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Ends every connection and all that come. */
    public void cut() {
        cut = true;
        open.forEach(Wire::closeQuietly);
    }

    /** Keeps every connection open, and lets nothing through any more. */
    public void silence() {
        silent = true;
    }

    /** Lets new connections through; those that were silenced are ended. */
    public void mend() {
        open.forEach(Wire::closeQuietly);
        silent = false;
        cut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                open.add(client);
                if (cut) {
                    closeQuietly(client);
                    continue;
                }
                Socket server = new Socket(host, port);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException unreachable) {
                open.removeIf(Socket::isClosed);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException ended) {
            closeQuietly(to);
        }
        open.remove(from);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            return; // it is gone either way
        }
    }
}
