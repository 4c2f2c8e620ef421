package dev.binnacle.sandbox.pod.kubelet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The server of kwok, on loopback, which answers for the pretended pods. */
final class Kwok implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LARGEST_BYTES = 64 * 1024 * 1024;

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Kwok(int port) {
        this.port = port;
    }

    /** What it answers to a GET of this path within five seconds; empty where it does not, or not with 200. */
    String get(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response.statusCode() == 200
                        ? new String(body.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8)
                        : "";
            }
        } catch (IOException unreachable) {
            return "";
        }
    }

    /** Hands a request over with all that follows on its connection, until both sides have ended. */
    void relay(RequestHead request, Socket client, InputStream input, OutputStream output)
            throws IOException, InterruptedException {
        try (Socket server = new Socket()) {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) TIMEOUT.toMillis());
            OutputStream onward = server.getOutputStream();
            onward.write(request.forwarded().getBytes(StandardCharsets.ISO_8859_1));
            onward.flush();
            Thread sending = Thread.ofVirtual().name("kwok-send").start(() -> copy(input, onward, server));
            copy(server.getInputStream(), output, client);
            client.close();
            sending.join();
        }
    }

    /** When the source ends, so does what the other one can receive. */
    private static void copy(InputStream source, OutputStream sink, Socket sinkSocket) {
        try {
            source.transferTo(sink);
            sinkSocket.shutdownOutput();
        } catch (IOException broken) {
            closeQuietly(sinkSocket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is what is wanted.
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
