package dev.binnacle.portal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ClockSkewTests {

    @ParameterizedTest
    @ValueSource(longs = {0, 95, -3600})
    void howFarAClockIsAheadIsToldByItsAnswer(long seconds) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var context = new AnnotationConfigApplicationContext(AddressRules.class, Endpoints.class)) {
            Thread.ofVirtual().start(() -> answerOnce(server, seconds));
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
            Endpoint endpoint =
                    context.getBean(Endpoints.class).of(new Connection(url, new Credential.None()), "A system");
            assertThat(endpoint.ahead()).isZero();
            endpoint.get("metrics", Map.of(), body -> "");
            assertThat(endpoint.ahead()).isBetween(Duration.ofSeconds(seconds - 2), Duration.ofSeconds(seconds + 2));
        }
    }

    private static void answerOnce(ServerSocket server, long seconds) {
        try (Socket socket = server.accept()) {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().plusSeconds(seconds).atZone(ZoneOffset.UTC));
            String answer = "HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // The test says what it missed.
        }
    }
}
