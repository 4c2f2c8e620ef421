package dev.binnacle.admission;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhook's two ports: reviews over TLS, and probes and metrics in plain HTTP. */
final class WebhookServer {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookServer.class);

    private final CurrentKey key;
    private final WebhookMetrics metrics;
    private final Duration drain;
    private final Clock clock;
    private final Listener reviews;
    private final Listener management;
    private volatile boolean ending;

    private WebhookServer(Settings settings, VerdictLines lines, CurrentKey key, Clock clock) throws Exception {
        this.key = key;
        this.clock = clock;
        this.drain = settings.drain();
        this.metrics = new WebhookMetrics(
                settings.version(),
                () -> key.get().certificate().getNotAfter().toInstant().getEpochSecond());
        Map<String, Endpoint> judging = Map.of(
                "/validate", Endpoint.post(new Reviews(settings.warnOnly(), lines, metrics)),
                "/validate/warn", Endpoint.post(new Reviews(true, lines, metrics)));
        reviews = Listener.start(settings.port(), context(key), new Requests(judging, metrics, () -> ending));
        Map<String, Endpoint> managing = Map.of(
                "/healthz", Endpoint.get(request -> new Answer(200, "text/plain", "ok")),
                "/readyz", Endpoint.get(request -> readiness()),
                "/metrics", Endpoint.get(request -> metrics.answer()));
        management = Listener.start(settings.managementPort(), null, new Requests(managing, metrics, () -> ending));
    }

    /**
     * Listens on both ports when this returns; throws where one is taken or where there is no certificate.
     *
     * @param interval how often the certificate's files are looked at
     */
    static WebhookServer start(Settings settings, VerdictLines lines, Clock clock, Duration interval) throws Exception {
        CurrentKey key = new CurrentKey(settings.tls(), interval);
        try {
            return new WebhookServer(settings, lines, key, clock);
        } catch (Exception e) {
            key.close();
            throw e;
        }
    }

    int port() {
        return reviews.port();
    }

    int managementPort() {
        return management.port();
    }

    /**
     * Goes on accepting for the drain time, asking each client to close its connection, since the API server learns late
     * that this pod ends; then stops accepting, waits up to 10 s for the last answers, and returns.
     */
    void shutDown() {
        ending = true;
        try {
            Thread.sleep(drain);
            reviews.stop();
            management.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The webhook did not stop in order", e);
        }
        key.close();
        metrics.close();
    }

    private Answer readiness() {
        if (ending) {
            return Answer.problem(503, "The webhook ends");
        }
        return key.get().validAt(clock.instant())
                ? new Answer(200, "text/plain", "ok")
                : Answer.problem(503, "The certificate is not valid now");
    }

    private static SSLContext context(CurrentKey key) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {key}, null, null);
        return context;
    }
}
