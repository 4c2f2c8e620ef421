package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import dev.binnacle.portal.environment.RefusedAddress;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/** Says in words what went wrong between Binnacle and one Elasticsearch. */
final class Failures {

    private final String system;
    private final String index;

    /** @param system as in "Elasticsearch of europe" */
    Failures(String system, String index) {
        this.system = system;
        this.index = index;
    }

    /** Elasticsearch refused: as an outcome where the reader can do something about it, otherwise thrown. */
    <T> SearchOutcome<T> refusal(ElasticsearchException refusal) {
        String type = Reasons.root(refusal).type();
        if ("index_not_found_exception".equals(type)) {
            return new SearchOutcome.NoIndex<>(index);
        }
        if ("search_context_missing_exception".equals(type) || refusal.status() == 404) {
            return new SearchOutcome.Expired<>();
        }
        if (refusal.status() == 400) {
            return new SearchOutcome.Refused<>(Reasons.of(refusal));
        }
        throw problem(refusal);
    }

    Problem problem(ElasticsearchException refusal) {
        return switch (refusal.status()) {
            case 401 ->
                new Forbidden(
                        system + " does not accept the credential of this environment (401). An administrator can"
                                + " replace it on the environment's page.",
                        refusal);
            case 403 ->
                new Forbidden(
                        system + " forbids the search (403): the credential of this environment needs the privileges"
                                + " read and view_index_metadata on " + index + ".",
                        refusal);
            case 429 -> unavailable("has too much to do (429). Try again in a moment.", refusal);
            default -> unavailable("fails to search (" + refusal.status() + ").", refusal);
        };
    }

    Problem problem(IOException failure) {
        return switch (failure) {
            case RefusedAddress refused -> unavailable("is not called: " + refused.reason() + ".", failure);
            case UnknownHostException _ -> unavailable("cannot be reached: no host has its name.", failure);
            case TookTooLong _ -> unavailable("did not answer within 8 s.", failure);
            case AnswerTooLarge _ ->
                unavailable(
                        "answered with more than Binnacle takes at the moment; narrow the search, or try again.",
                        failure);
            case HttpTimeoutException _ -> unavailable("cannot be reached: no connection within 2 s.", failure);
            case ConnectException _ -> unavailable("cannot be reached: the connection is refused.", failure);
            case SSLException _ -> unavailable("shows a certificate that is not trusted.", failure);
            case TransportException answer -> problem(answer);
            default -> unavailable("broke the connection before its answer was complete.", failure);
        };
    }

    private Problem problem(TransportException answer) {
        return switch (answer.statusCode()) {
            case 401 ->
                new Forbidden(system + " asks for a credential (401), or something in front of it does.", answer);
            case 403 -> new Forbidden(system + " forbids access (403), or something in front of it does.", answer);
            case 301, 302, 303, 307, 308 ->
                unavailable("redirects to another address, which is not followed; correct its address.", answer);
            default ->
                unavailable(
                        "answers, but not as Elasticsearch does (" + answer.statusCode() + "); check its address.",
                        answer);
        };
    }

    Unavailable unavailable(String does, Throwable cause) {
        return new Unavailable(system, system + " " + does, cause);
    }
}
