package dev.binnacle.echo;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Answers with the query parameters and writes them to the log, except for the probes of a kubelet. */
final class ApiEndpoint implements Endpoint {
    private static final String PROBE_AGENT = "kube-probe/";
    private final RequestLines lines;
    private final Optional<Faults> faults;

    ApiEndpoint(RequestLines lines, Optional<Faults> faults) {
        this.lines = lines;
        this.faults = faults;
    }

    @Override
    public Answer answer(Request request) {
        @Nullable QueryParameters parameters = null;
        Answer answer;
        try {
            parameters = QueryParameters.parse(request.getHttpURI().getQuery());
            answer = echo(parameters);
        } catch (BadRequest e) {
            answer = e.answer();
        }
        if (!isProbe(request)) {
            Duration taken = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
            lines.write(request.getMethod(), Trace.of(request.getHeaders()), parameters, answer, taken);
        }
        return answer;
    }

    private Answer echo(QueryParameters parameters) {
        int status = faults.map(allowed -> allowed.apply(parameters)).orElse(200);
        return Answer.json(status, Json.object(parameters::write));
    }

    private static boolean isProbe(Request request) {
        String agent = request.getHeaders().get(HttpHeader.USER_AGENT);
        return agent != null
                && agent.startsWith(PROBE_AGENT)
                && request.getHttpURI().getQuery() == null;
    }
}
