package dev.binnacle.sandbox.pod.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class EgressProxyTests {

    @TempDir
    private Path folder;

    private final Routes routes = new Routes(key -> Optional.empty());
    private ServerSocket pod;
    private EgressProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        pod = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        routes.open("10.244.128.1", 8080, (InetSocketAddress) pod.getLocalSocketAddress());
        proxy = new EgressProxy(folder.resolve("egress.sock"), 0, routes);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        pod.close();
    }

    @Test
    void aConnectionToAPodIsLedToItsProcessAndKeepsItsOtherHalfOpen() throws Exception {
        Thread echo = Thread.ofVirtual().start(this::echoOnce);
        try (SocketChannel client = connect("CONNECT 10.244.128.1:8080 HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(readUntil(client, "\r\n\r\n")).startsWith("HTTP/1.1 200");
            client.write(bytes("hello"));
            client.shutdownOutput();

            assertThat(readUntil(client, "never")).isEqualTo("hello");
        }
        echo.join();
        awaitNoConnection();
    }

    @Test
    void anUnknownAddressIsRefused() throws IOException {
        try (SocketChannel client = connect("CONNECT 127.0.0.1:22 HTTP/1.1\r\n\r\n")) {
            assertThat(readUntil(client, "never")).startsWith("HTTP/1.1 403");
        }
        awaitNoConnection();
    }

    @Test
    void aPodThatDoesNotListenIsABadGateway() throws IOException {
        pod.close();
        try (SocketChannel client = connect("CONNECT 10.244.128.1:8080 HTTP/1.1\r\n\r\n")) {
            assertThat(readUntil(client, "never")).startsWith("HTTP/1.1 502");
        }
    }

    @Test
    void whatIsNotMeantForAProxyIsRefused() throws IOException {
        try (SocketChannel client = connect("GET / HTTP/1.1\r\n\r\n")) {
            assertThat(readUntil(client, "never")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void aRequestForAWholeAddressIsPassedOnWithItsPath() {
        String head = String.join(
                "\r\n",
                "GET http://10.244.128.1:8080/metrics?a=b HTTP/1.1",
                "Connection: keep-alive",
                "Accept: */*",
                "",
                "");

        assertThat(ProxyRequest.parse(head))
                .contains(new ProxyRequest(
                        "10.244.128.1", 8080, "GET /metrics?a=b HTTP/1.1\r\nConnection: close\r\nAccept: */*\r\n\r\n"));
    }

    private void echoOnce() {
        try (Socket socket = pod.accept()) {
            byte[] all = socket.getInputStream().readAllBytes();
            socket.getOutputStream().write(all);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private SocketChannel connect(String request) throws IOException {
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("egress.sock")));
        client.write(bytes(request));
        return client;
    }

    private static String readUntil(SocketChannel client, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        ByteBuffer octet = ByteBuffer.allocate(1);
        while (text.indexOf(end) < 0 && client.read(octet) >= 0) {
            text.append((char) octet.flip().get());
            octet.clear();
        }
        return text.toString();
    }

    private void awaitNoConnection() {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (proxy.connections() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(proxy.connections()).isZero();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
