package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Stands before a real API server, speaks to it as the administrator, and breaks what a test asks for. */
final class FaultProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final URI upstream;
    private final SSLContext tls;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Function<String, Fault> faults = request -> new Fault.None();
    private volatile boolean frozen;

    FaultProxy(String kubeconfig) throws IOException, GeneralSecurityException {
        Config config = Config.fromKubeconfig(kubeconfig);
        this.upstream = URI.create(config.getMasterUrl());
        this.tls = SSLUtils.sslContext(config);
        Thread.ofVirtual().start(this::accept);
    }

    Connection connection() {
        return new Connection(URI.create("http://127.0.0.1:" + server.getLocalPort()), new Credential.None());
    }

    /** Decides by the request's first line what happens to requests from now on. */
    void fault(Function<String, Fault> decision) {
        faults = decision;
    }

    /** Lets requests pass. What a frozen connection swallowed is lost, so it does not come back to life. */
    void heal() {
        faults = request -> new Fault.None();
        if (frozen) {
            cut();
        }
        frozen = false;
    }

    /** Cuts every connection. */
    void cut() {
        open.forEach(FaultProxy::closeQuietly);
    }

    /** Lets every open connection live, but nothing passes any more; new ones are fine. */
    void freeze() {
        frozen = true;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            requests.incrementAndGet();
            switch (faults.apply(head.lines().findFirst().orElse(""))) {
                case Fault.Answer answer -> answer(client, answer);
                case Fault.Redirect redirect -> redirect(client, redirect);
                case Fault.Refuse refuse -> client.setSoLinger(true, 0);
                case Fault.CutAfter cutAfter -> forward(client, head, cutAfter.bytes());
                case Fault.None none -> forward(client, head, Long.MAX_VALUE);
            }
        } catch (IOException broken) {
            closeQuietly(client);
        } finally {
            open.remove(client);
        }
    }

    private static void answer(Socket client, Fault.Answer answer) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + answer.status() + " Fault\r\nContent-Type: application/json\r\nContent-Length: "
                                + answer.body().length() + "\r\nConnection: close\r\n\r\n" + answer.body())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void redirect(Socket client, Fault.Redirect redirect) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 302 Found\r\nLocation: " + redirect.to()
                                + "/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void forward(Socket client, String head, long bytes) throws IOException {
        try (Socket target = tls.getSocketFactory().createSocket(upstream.getHost(), upstream.getPort())) {
            open.add(target);
            boolean upgrade = head.toLowerCase(java.util.Locale.ROOT).contains("upgrade: websocket");
            String sent = upgrade
                    ? head
                    : head.replaceFirst("(?i)connection: [^\r]*\r\n", "")
                            .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
            target.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            boolean[] frozenBefore = {frozen};
            Thread.ofVirtual().start(() -> pump(client, target, Long.MAX_VALUE, frozenBefore[0]));
            pump(target, client, bytes, frozenBefore[0]);
            open.remove(target);
        }
    }

    private void pump(Socket from, Socket to, long bytes, boolean frozenBefore) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long left = bytes;
            int read = in.read(buffer);
            while (read >= 0 && left > 0) {
                if (!frozen || frozenBefore) {
                    out.write(buffer, 0, (int) Math.min(left, read));
                    out.flush();
                }
                left -= read;
                read = in.read(buffer);
            }
            if (!frozen || frozenBefore) {
                to.shutdownOutput();
            }
        } catch (IOException broken) {
            closeQuietly(to);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.UTF_8);
            }
            next = in.read();
        }
        return "";
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            return; // it is gone either way
        }
    }

    /** What happens to a request. */
    sealed interface Fault {
        record None() implements Fault {}

        record Answer(int status, String body) implements Fault {}

        record Redirect(URI to) implements Fault {}

        record Refuse() implements Fault {}

        record CutAfter(long bytes) implements Fault {}
    }
}
