package dev.binnacle.admission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request's body that ends with a refusal where it is too long or takes too long to come. */
final class BoundedBody extends FilterInputStream {
    static final int MAX_BYTES = 3 * 1024 * 1024;
    /** What is still read of a body that is too long, so that its sender gets to read the answer. */
    private static final int MAX_IGNORED_BYTES = 8 * 1024 * 1024;

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final int CHUNK_BYTES = 16 * 1024;

    private final long deadline;
    private int total;

    private BoundedBody(InputStream body) {
        super(body);
        deadline = System.nanoTime() + TIME.toNanos();
    }

    /** What is left of a request's body. */
    static BoundedBody of(Request request) {
        return new BoundedBody(Content.Source.asInputStream(request));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws BadRequest 413 after 3 MB, 408 after 5 s */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = within(bytes, offset, length);
        if (total > MAX_BYTES) {
            throw tooLarge();
        }
        return count;
    }

    static BadRequest tooLarge() {
        return new BadRequest(413, "An AdmissionReview may have 3 MB");
    }

    /** Reads what is left, yet not endlessly, so that the sender gets to read why it was refused. */
    static void ignore(Request request) {
        byte[] ignored = new byte[CHUNK_BYTES];
        BoundedBody rest = of(request);
        try {
            while (rest.total < MAX_IGNORED_BYTES && rest.within(ignored, 0, ignored.length) >= 0) {
                // What was read is not wanted.
            }
        } catch (IOException | BadRequest late) {
            // It does not come any more.
        }
    }

    private int within(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (System.nanoTime() > deadline) {
            throw new BadRequest(408, "The body took too long to come");
        }
        total += Math.max(0, count);
        return count;
    }
}
