package dev.binnacle.echo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A running echo service with its log lines in memory. */
final class EchoFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final EchoServer server;

    EchoFixture(boolean faultsAllowed, Duration drain) throws Exception {
        Identity identity = new Identity("1.2.3", "echo-<pod>");
        RequestLines lines = new RequestLines(LineOutput.to(output), Clock.fixed(NOW, ZoneOffset.UTC), identity);
        server = EchoServer.start(new Settings(0, identity, drain, faultsAllowed, Optional.empty()), lines);
    }

    static EchoFixture plain() throws Exception {
        return new EchoFixture(false, Duration.ZERO);
    }

    EchoServer server() {
        return server;
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return send(request(target));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request line that a well-behaved client would refuse to send, and returns the whole response. */
    String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: echo\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
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
}
