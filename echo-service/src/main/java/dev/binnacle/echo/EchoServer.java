package dev.binnacle.echo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: one virtual thread per request, bounded headers and connections, an end without a lost request. */
final class EchoServer {
    private static final Logger LOG = LoggerFactory.getLogger(EchoServer.class);
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_CONNECTIONS = 1024;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(15);

    private final Server server;
    private final ServerConnector connector;
    private final ServiceMetrics metrics;
    private final Duration drain;
    private volatile boolean ending;

    private EchoServer(Settings settings, RequestLines lines) {
        server = new Server(new VirtualThreadPool());
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(bounds()));
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        metrics = new ServiceMetrics(settings.identity());
        drain = settings.drain();
        Optional<Faults> faults = settings.faultsAllowed() ? Optional.of(new Faults()) : Optional.empty();
        server.setHandler(new Requests(
                Map.of(
                        "/", new FrontPage(settings.identity()),
                        "/api", new ApiEndpoint(lines, faults),
                        "/metrics", request -> metrics.answer()),
                metrics,
                () -> ending));
        server.setErrorHandler(new RefusedRequests());
        server.setStopTimeout(LAST_ANSWERS.toMillis());
    }

    /** Listens when this returns; throws where the port is taken. */
    static EchoServer start(Settings settings, RequestLines lines) throws Exception {
        EchoServer echo = new EchoServer(settings, lines);
        try {
            echo.server.start();
            return echo;
        } catch (Exception e) {
            echo.server.stop();
            throw e;
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /**
     * Goes on accepting for the drain time, asking each client to close its connection, since routers learn late that
     * this pod ends; then stops accepting, waits up to 15 s for requests in flight, and returns.
     */
    void shutDown() {
        ending = true;
        try {
            Thread.sleep(drain);
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The server did not stop in order", e);
        }
        metrics.close();
    }

    private static HttpConfiguration bounds() {
        HttpConfiguration bounds = new HttpConfiguration();
        bounds.setRequestHeaderSize(MAX_HEADER_BYTES);
        bounds.setSendServerVersion(false);
        bounds.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        return bounds;
    }
}
