package dev.binnacle.echo;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private final Map<String, Endpoint> endpoints;
    private final ServiceMetrics metrics;
    private final BooleanSupplier ending;

    /**
     * @param endpoints by path
     * @param ending whether connections are to be closed after their next answer
     */
    Requests(Map<String, Endpoint> endpoints, ServiceMetrics metrics, BooleanSupplier ending) {
        this.endpoints = Map.copyOf(endpoints);
        this.metrics = metrics;
        this.ending = ending;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        metrics.started();
        Answer answer = answerSafely(request);
        Trace.of(request.getHeaders())
                .requestId()
                .ifPresent(id -> response.getHeaders().put(Trace.REQUEST_ID, id));
        if (answer.status() == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        if (ending.getAsBoolean()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
        metrics.ended(method(request), path(request), answer.status(), taken);
        answer.send(response, callback);
        return true;
    }

    private Answer answerSafely(Request request) {
        try {
            return answer(request);
        } catch (RuntimeException e) {
            LOG.error("{} was not answered", path(request), e);
            return Answer.problem(500, "The service failed to answer");
        }
    }

    private Answer answer(Request request) {
        Endpoint endpoint = endpoints.get(request.getHttpURI().getCanonicalPath());
        if (endpoint == null) {
            return Answer.problem(404, "There is nothing here; try /api?any=thing");
        }
        if (!METHODS.contains(request.getMethod())) {
            return Answer.problem(405, "Only GET and HEAD are answered");
        }
        return endpoint.answer(request);
    }

    private static String method(Request request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
    }

    private String path(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return path != null && endpoints.containsKey(path) ? path : "UNKNOWN";
    }
}
