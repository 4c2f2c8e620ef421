package dev.binnacle.portal.cluster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An answer that may be only so long, and take only so long: then it is closed, which ends a read that waits. */
final class BoundedBody extends FilterInputStream {

    private final CompletableFuture<Boolean> expired = new CompletableFuture<>();
    private final CompletableFuture<Void> deadline;
    private volatile boolean late;
    private long left;

    BoundedBody(InputStream body, long maxBytes, Duration timeout) {
        super(body);
        this.left = maxBytes;
        this.deadline = expired.completeOnTimeout(true, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(this::end);
    }

    private void end(boolean expires) {
        late = expires;
        try {
            in.close();
        } catch (IOException broken) {
            late |= expires; // whoever reads learns it there
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (late) {
            throw new IOException("The answer takes too long");
        }
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException("The answer is too long");
        }
        return read;
    }

    @Override
    public void close() {
        if (!deadline.isDone()) {
            expired.complete(false);
        }
    }
}
