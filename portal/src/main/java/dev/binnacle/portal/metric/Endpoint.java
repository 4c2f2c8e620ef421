package dev.binnacle.portal.metric;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;

/**
 * The HTTP API of one Prometheus or Alertmanager. Every call ends within 5 seconds, follows no redirect, reads at most
 * {@link #MAX_ANSWER_BYTES}, and waits for one of four places; calls beyond those are refused after a second. All
 * failures come as {@link dev.binnacle.portal.problem.Unavailable} that names the system, or as {@link
 * dev.binnacle.portal.problem.Forbidden} where the credential is refused.
 */
public final class Endpoint {

    /** Room for some 20,000 alerts with long annotations. */
    static final long MAX_ANSWER_BYTES = 64L << 20;

    private static final int PLACES = 4;
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final HttpUrl base;
    private final Refusals refusals;
    private final long maxBytes;
    private final Semaphore places = new Semaphore(PLACES);
    private volatile Duration ahead = Duration.ZERO;

    Endpoint(OkHttpClient client, HttpUrl base, String system, long maxBytes) {
        this.client = client;
        this.base = base;
        this.refusals = new Refusals(system, base);
        this.maxBytes = maxBytes;
    }

    /** @return how far its clock was ahead of this one at its last answer, give or take a second; zero before the first */
    public Duration ahead() {
        return ahead;
    }

    /**
     * @param path below the address that the environment names, whose own path is kept: "api/v2/alerts"
     * @throws dev.binnacle.portal.problem.Problem see the type
     */
    public <T> T get(String path, Map<String, String> query, Decoder<T> decoder) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(path);
        query.forEach(url::addQueryParameter);
        return call(new Request.Builder().url(url.build()).build(), decoder);
    }

    /**
     * Sends once; it is never repeated by itself.
     *
     * @throws dev.binnacle.portal.problem.Problem see the type
     */
    public <T> T post(String path, byte[] json, Decoder<T> decoder) {
        HttpUrl url = base.newBuilder().addPathSegments(path).build();
        return call(
                new Request.Builder()
                        .url(url)
                        .post(RequestBody.create(json, JSON))
                        .build(),
                decoder);
    }

    /** @throws dev.binnacle.portal.problem.Problem see the type */
    public void delete(String path) {
        HttpUrl url = base.newBuilder().addPathSegments(path).build();
        call(new Request.Builder().url(url).delete().build(), body -> path);
    }

    private <T> T call(Request request, Decoder<T> decoder) {
        if (!enter()) {
            throw refusals.busy();
        }
        try (Response response = client.newCall(request).execute()) {
            compareClocks(response);
            if (!response.isSuccessful()) {
                throw refusals.of(response);
            }
            String type = response.header("Content-Type", "");
            if (type != null && type.startsWith("text/html")) {
                throw refusals.webPage();
            }
            try (BoundedStream body = new BoundedStream(response.body().byteStream(), maxBytes)) {
                return decoder.decode(body);
            }
        } catch (IOException e) {
            throw refusals.of(e);
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException broken ? refusals.of(broken) : refusals.malformed(e);
        } finally {
            places.release();
        }
    }

    /** The header is of the middle of the second that it names, and of the middle of the call, as far as one can tell. */
    private void compareClocks(Response response) {
        Instant date = response.headers().getInstant("Date");
        if (date != null) {
            long here = (response.sentRequestAtMillis() + response.receivedResponseAtMillis()) / 2;
            ahead = Duration.ofMillis(date.toEpochMilli() + 500 - here);
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
