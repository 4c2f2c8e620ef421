package dev.binnacle.admission;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * Answers each AdmissionReview with one. A body may have 3 MB and take 5 s to come; at most {@value #MOST_AT_ONCE} are
 * read at a time, and whoever waits for half a second is answered 503, so that the API server goes by its failure policy.
 */
final class Reviews implements Endpoint.Action {
    static final int MOST_AT_ONCE = 32;
    private static final long WAIT_MILLIS = 500;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final boolean warnOnly;
    private final VerdictLines lines;
    private final WebhookMetrics metrics;

    Reviews(boolean warnOnly, VerdictLines lines, WebhookMetrics metrics) {
        this.warnOnly = warnOnly;
        this.lines = lines;
        this.metrics = metrics;
    }

    @Override
    public Answer answer(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new BadRequest(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "The body must be application/json");
        }
        try {
            if (!free.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new BadRequest(HttpStatus.SERVICE_UNAVAILABLE_503, "Too many reviews at once");
            }
            try {
                return review(request);
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadRequest(HttpStatus.SERVICE_UNAVAILABLE_503, "The webhook ends");
        }
    }

    private Answer review(Request request) {
        if (request.getLength() > BoundedBody.MAX_BYTES) {
            throw BoundedBody.tooLarge();
        }
        Review review = Review.of(Document.read(BoundedBody.of(request)));
        Verdict verdict = Verdict.of(review, warnOnly);
        metrics.judged(verdict);
        lines.write(review, verdict);
        return ReviewAnswers.of(review, verdict);
    }
}
