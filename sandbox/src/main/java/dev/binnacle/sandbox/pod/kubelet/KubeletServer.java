package dev.binnacle.sandbox.pod.kubelet;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The HTTPS server of every node's kubelet, on loopback. It answers for the pods that run here and hands all other
 * requests on to kwok, upgraded connections included. At most {@value #MOST_CONNECTIONS} connections are open at a time.
 */
public final class KubeletServer implements AutoCloseable {

    static final int MOST_CONNECTIONS = 512;

    private static final Logger LOG = System.getLogger(KubeletServer.class.getName());
    private static final Set<String> INTERACTIVE = Set.of("exec", "attach", "portForward", "run");
    private static final int HEAD_TIMEOUT_MILLIS = 30_000;

    private final ServedPods pods;
    private final Clock clock;
    private final Kwok kwok;
    private final LogsEndpoint logs;
    private final ServerSocket server;
    private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens at once. */
    public KubeletServer(int port, int kwokPort, ServerCertificate certificate, ServedPods pods, Clock clock)
            throws IOException {
        this.pods = pods;
        this.clock = clock;
        this.kwok = new Kwok(kwokPort);
        this.logs = new LogsEndpoint(pods, clock);
        this.server = certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(port, MOST_CONNECTIONS, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("kubelet-server").start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().name("kubelet").start(() -> serve(client));
            } catch (SocketException closed) {
                LOG.log(Level.DEBUG, "The kubelet's server has ended", closed);
            } catch (IOException failure) {
                LOG.log(Level.WARNING, "The kubelet's server could not take a connection", failure);
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            if (free.tryAcquire()) {
                try {
                    answer(client);
                } finally {
                    free.release();
                }
            }
        } catch (IOException hungUp) {
            LOG.log(Level.DEBUG, "A connection to the kubelet's server broke", hungUp);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        client.setSoTimeout(HEAD_TIMEOUT_MILLIS);
        InputStream input = new BufferedInputStream(client.getInputStream());
        OutputStream output = new BufferedOutputStream(client.getOutputStream());
        Optional<RequestHead> request = RequestHead.read(input);
        if (request.isEmpty()) {
            return;
        }
        client.setSoTimeout(0);
        List<String> path = request.get().path();
        String first = path.isEmpty() ? "" : path.getFirst();
        if (path.size() == 5 && first.equals("metrics") && path.getLast().equals("resource")) {
            Answers.text(output, "200 OK", metrics(request.get(), path.get(2)));
        } else if (path.size() < 3 || !pods.has(path.get(1), path.get(2))) {
            kwok.relay(request.get(), client, input, client.getOutputStream());
        } else if (path.size() == 4 && first.equals("containerLogs")) {
            logs.answer(request.get(), input, output);
        } else if (INTERACTIVE.contains(first)) {
            Answers.text(output, "501 Not Implemented", "the sandbox does not run commands in pods that are processes");
        } else {
            Answers.text(output, "404 Not Found", "404 page not found");
        }
    }

    private String metrics(RequestHead request, String node) throws InterruptedException {
        return new ResourceMetrics(pods.usage(node), clock.instant()).mergedInto(kwok.get(request.target()));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "The kubelet's server did not close cleanly", failure);
        }
        kwok.close();
    }
}
