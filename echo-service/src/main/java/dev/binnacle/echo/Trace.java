package dev.binnacle.echo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/** The ids by which a caller finds its request again, where it sent any that can be trusted in a log. */
record Trace(Optional<String> requestId, Optional<String> traceId) {
    static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    /** The trace context of the W3C: https://www.w3.org/TR/trace-context/#traceparent-header */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static Trace of(HttpFields headers) {
        return new Trace(
                Optional.ofNullable(headers.get(REQUEST_ID))
                        .filter(id -> PLAIN.matcher(id).matches()),
                Optional.ofNullable(headers.get("traceparent"))
                        .map(TRACE_PARENT::matcher)
                        .filter(Matcher::matches)
                        .map(found -> found.group(1)));
    }
}
