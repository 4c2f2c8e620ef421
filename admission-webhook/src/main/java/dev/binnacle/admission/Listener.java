package dev.binnacle.admission;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/** An HTTP server on one port: a virtual thread per request, bounded headers, connections and times. */
final class Listener {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_CONNECTIONS = 512;
    /** While a request is read or answered. */
    private static final Duration SILENCE = Duration.ofSeconds(5);
    /** Longer than the API server keeps an idle connection, 90 s, so that it never writes into one that closes. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;

    private Listener(int port, @Nullable SSLContext tls, Handler handler) {
        HttpConnectionFactory http = new HttpConnectionFactory(bounds());
        connector = tls == null
                ? new ServerConnector(server, 1, 1, http)
                : new ServerConnector(server, 1, 1, new SslConnectionFactory(factory(tls), http.getProtocol()), http);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        server.setHandler(handler);
        server.setErrorHandler(new RefusedRequests());
        server.setStopTimeout(LAST_ANSWERS.toMillis());
    }

    /**
     * Listens when this returns; throws where the port is taken.
     *
     * @param tls what connections are encrypted with; plain where there is none
     */
    static Listener start(int port, @Nullable SSLContext tls, Handler handler) throws Exception {
        Listener listener = new Listener(port, tls, handler);
        try {
            listener.server.start();
            return listener;
        } catch (Exception e) {
            listener.server.stop();
            throw e;
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Takes nothing new and waits up to 10 s for the last answers. */
    void stop() throws Exception {
        server.stop();
    }

    private static SslContextFactory.Server factory(SSLContext tls) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return factory;
    }

    private static HttpConfiguration bounds() {
        HttpConfiguration bounds = new HttpConfiguration();
        bounds.setRequestHeaderSize(MAX_HEADER_BYTES);
        bounds.setSendServerVersion(false);
        bounds.setIdleTimeout(SILENCE.toMillis());
        return bounds;
    }
}
