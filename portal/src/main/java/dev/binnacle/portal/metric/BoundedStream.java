package dev.binnacle.portal.metric;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where an answer goes on beyond what is read of it. */
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream body, long maxBytes) {
        super(body);
        this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws AnswerTooLarge {
        left -= read;
        if (left < 0) {
            throw new AnswerTooLarge();
        }
    }

    static final class AnswerTooLarge extends IOException {
        AnswerTooLarge() {
            super("The answer is larger than what is read of it");
        }
    }
}
