package dev.binnacle.sandbox.pod.kubelet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes HTTP answers, each the last one on its connection. */
final class Answers {

    private Answers() {}

    static void text(OutputStream output, String status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(output, status, "Content-Length: " + bytes.length);
        output.write(bytes);
        output.flush();
    }

    /** An answer of unknown length; the caller closes the body. */
    static ChunkedOutput stream(OutputStream output) throws IOException {
        head(output, "200 OK", "Transfer-Encoding: chunked");
        output.flush();
        return new ChunkedOutput(output);
    }

    private static void head(OutputStream output, String status, String framing) throws IOException {
        output.write(("HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\n" + framing
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
