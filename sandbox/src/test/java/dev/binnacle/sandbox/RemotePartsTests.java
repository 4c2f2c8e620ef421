package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemotePartsTests {
    private final ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final AtomicInteger orders = new AtomicInteger();

    RemotePartsTests() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void anOrderWhoseConnectionIsClosedUnansweredIsGivenAgain() {
        serve(1);

        parts().require("kubernetes");

        assertThat(orders).hasValue(2);
    }

    @Test
    void anOrderIsGivenTwiceAtMost() {
        serve(Integer.MAX_VALUE);

        assertThatThrownBy(() -> parts().require("kubernetes"))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("does not answer");
        assertThat(orders).hasValue(2);
    }

    private RemoteParts parts() {
        var addresses = new Addresses();
        addresses.publish(Addresses.CONTROL, "http://127.0.0.1:" + server.getLocalPort());
        addresses.publish(Addresses.CONTROL_TOKEN, "any");
        return RemoteParts.attach(addresses);
    }

    private void serve(int unanswered) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    readHead(socket);
                    if (orders.incrementAndGet() > unanswered) {
                        socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private static void readHead(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int sign = socket.getInputStream().read();
            if (sign < 0) {
                throw new IOException("The head is cut off");
            }
            head.append((char) sign);
        }
    }
}
