package dev.binnacle.echo;

import org.eclipse.jetty.server.Request;

/** What answers the GET and HEAD requests of one path. */
@FunctionalInterface
interface Endpoint {
    Answer answer(Request request);
}
