package dev.binnacle.admission;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request to its endpoint and measures it. */
final class Requests extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private final Map<String, Endpoint> endpoints;
    private final WebhookMetrics metrics;
    private final BooleanSupplier ending;

    /**
     * @param endpoints by path
     * @param ending whether connections are to be closed after their next answer
     */
    Requests(Map<String, Endpoint> endpoints, WebhookMetrics metrics, BooleanSupplier ending) {
        this.endpoints = Map.copyOf(endpoints);
        this.metrics = metrics;
        this.ending = ending;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getCanonicalPath();
        Endpoint endpoint = path == null ? null : endpoints.get(path);
        Answer answer;
        if (endpoint == null) {
            answer = Answer.problem(404, "There is nothing here");
        } else if (!endpoint.methods().contains(request.getMethod())) {
            String methods =
                    String.join(", ", endpoint.methods().stream().sorted().toList());
            response.getHeaders().put(HttpHeader.ALLOW, methods);
            answer = Answer.problem(405, "Only %s is answered here".formatted(methods));
        } else {
            answer = answerSafely(endpoint, request);
        }
        if (answer.status() >= 400 && answer.status() != 408) {
            BoundedBody.ignore(request);
        }
        if (ending.getAsBoolean() || answer.status() == 408 || answer.status() == 413) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
        metrics.answered(path == null || endpoint == null ? "UNKNOWN" : path, answer.status(), taken);
        answer.send(response, callback);
        return true;
    }

    private static Answer answerSafely(Endpoint endpoint, Request request) {
        try {
            return endpoint.action().answer(request);
        } catch (BadRequest e) {
            return e.answer();
        } catch (RuntimeException e) {
            LOG.error("A request was not answered", e);
            return Answer.problem(500, "The webhook failed to answer");
        }
    }
}
