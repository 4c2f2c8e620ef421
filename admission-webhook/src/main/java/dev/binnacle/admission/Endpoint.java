package dev.binnacle.admission;

import java.util.Set;
import org.eclipse.jetty.server.Request;

/** What answers the requests of one path that have one of these methods. */
record Endpoint(Set<String> methods, Action action) {
    static Endpoint get(Action action) {
        return new Endpoint(Set.of("GET", "HEAD"), action);
    }

    static Endpoint post(Action action) {
        return new Endpoint(Set.of("POST"), action);
    }

    /** Makes the answer to one request; may throw {@link BadRequest}. */
    @FunctionalInterface
    interface Action {
        Answer answer(Request request);
    }
}
