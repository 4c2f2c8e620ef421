package dev.binnacle.sandbox.pod.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a stream of bytes into lines of bounded length. */
final class LineSplitter implements AutoCloseable {

    private final InputStream source;
    private final int longestBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean complete;

    LineSplitter(InputStream source, int longestBytes) {
        this.source = new BufferedInputStream(source);
        this.longestBytes = longestBytes;
    }

    /** Moves to the next line or piece of one; false at the end of the stream. */
    boolean next() throws IOException {
        line.reset();
        int octet = source.read();
        if (octet < 0) {
            return false;
        }
        while (octet >= 0 && octet != '\n' && line.size() < longestBytes) {
            line.write(octet);
            octet = line.size() < longestBytes ? source.read() : peek();
        }
        complete = octet == '\n' || octet < 0;
        if (octet == '\n' && line.size() == longestBytes) {
            source.skipNBytes(1);
        }
        return true;
    }

    private int peek() throws IOException {
        source.mark(1);
        int octet = source.read();
        source.reset();
        return octet;
    }

    boolean complete() {
        return complete;
    }

    String text() {
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
