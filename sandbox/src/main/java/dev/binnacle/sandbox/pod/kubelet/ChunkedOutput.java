package dev.binnacle.sandbox.pod.kubelet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of an answer whose length is not known beforehand. Closing it ends the body, not the connection. */
final class ChunkedOutput extends OutputStream {

    private final OutputStream connection;

    ChunkedOutput(OutputStream connection) {
        this.connection = connection;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            connection.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            connection.write(bytes, offset, length);
            connection.write('\r');
            connection.write('\n');
        }
    }

    @Override
    public void flush() throws IOException {
        connection.flush();
    }

    @Override
    public void close() throws IOException {
        connection.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.flush();
    }
}
