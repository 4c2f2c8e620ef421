package dev.binnacle.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A running webhook with its lines in memory, and a client that trusts whatever certificate it shows. */
final class WebhookFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    static final Duration RELOAD = Duration.ofMillis(20);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final SSLContext trusting = SSLContext.getInstance("TLS");
    private final HttpClient client;
    private final WebhookServer server;

    WebhookFixture(Path folder, boolean warnOnly, Duration drain) throws Exception {
        trusting.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        client = HttpClient.newBuilder()
                .sslContext(trusting)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        server = WebhookServer.start(
                new Settings("1.2.3", 0, 0, folder, warnOnly, drain),
                new VerdictLines(output, Clock.fixed(NOW, ZoneOffset.UTC)),
                Clock.systemUTC(),
                RELOAD);
    }

    WebhookServer server() {
        return server;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> review(String body) throws Exception {
        return post("/validate", body);
    }

    HttpResponse<String> manage(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.managementPort() + path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A connection of its own; the caller closes it. */
    SSLSocket connect() throws Exception {
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", server.port());
        socket.setSoTimeout(15_000);
        socket.startHandshake();
        return socket;
    }

    /** The serial number of the certificate that a new connection is shown. */
    int serial() throws Exception {
        try (SSLSocket socket = connect()) {
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSerialNumber().intValueExact();
        }
    }

    List<String> lines() {
        return output.toString(UTF_8).lines().toList();
    }

    @Override
    public void close() {
        server.shutDown();
        client.close();
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
