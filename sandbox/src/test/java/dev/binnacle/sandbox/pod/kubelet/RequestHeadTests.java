package dev.binnacle.sandbox.pod.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestHeadTests {

    @Test
    void pathAndQueryAreDecoded() throws IOException {
        RequestHead head = read("GET /containerLogs/a/b%20c/d?tailLines=5&x=%2F HTTP/1.1\r\nHost: h\r\n\r\n")
                .orElseThrow();

        assertThat(head.path()).isEqualTo(List.of("containerLogs", "a", "b c", "d"));
        assertThat(head.query()).isEqualTo(Map.of("tailLines", "5", "x", "/"));
    }

    @Test
    void aForwardedRequestIsTheLastOnItsConnection() throws IOException {
        RequestHead head = read("GET /pods HTTP/1.1\r\nHost: h\r\nConnection: keep-alive\r\n\r\n")
                .orElseThrow();

        assertThat(head.forwarded()).isEqualTo("GET /pods HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    }

    @Test
    void anUpgradeIsForwardedAsItIs() throws IOException {
        String text = "POST /exec HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n\r\n";

        assertThat(read(text).orElseThrow().forwarded()).isEqualTo(text);
    }

    @Test
    void whatIsCutOrTooLongIsNoRequest() throws IOException {
        assertThat(read("GET / HTTP/1.1\r\nHost: h\r\n")).isEmpty();
        assertThat(read("GET /" + "x".repeat(70_000) + " HTTP/1.1\r\n\r\n")).isEmpty();
        assertThat(read("nonsense\r\n\r\n")).isEmpty();
    }

    private static Optional<RequestHead> read(String text) throws IOException {
        return RequestHead.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
