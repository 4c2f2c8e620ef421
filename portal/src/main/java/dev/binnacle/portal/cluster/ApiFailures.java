package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.RefusedAddress;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says for a reader what went wrong with an API server. */
final class ApiFailures {

    private ApiFailures() {}

    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = known(cause);
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "The connection to the API server broke.";
    }

    /** @return the permission that is missing to read a kind */
    static String permission(Kind<?> kind, String namespace, int status) {
        if (status == ApiRefusal.NOT_FOUND) {
            return "This API server does not serve " + kind.plural() + " at " + kind.base() + ".";
        }
        String where = !kind.namespaced() ? "" : namespace.isEmpty() ? " in every namespace" : " in " + namespace;
        return "The permission to list and watch " + kind.plural() + where + " is missing.";
    }

    /**
     * Turns a failure into what a page shows.
     *
     * @param attempted as in "The log of echo-1 cannot be read"
     * @param system as in "Kubernetes of europe"
     */
    static Problem problem(IOException failure, String attempted, String system) {
        int status = failure instanceof ApiRefusal refusal ? refusal.status() : 0;
        String sentence = attempted + ": " + words(failure).substring(0, 1).toLowerCase(Locale.ROOT)
                + words(failure).substring(1);
        return switch (status) {
            case ApiRefusal.NOT_FOUND -> new NotFound(attempted + ": it is not there any more.");
            case ApiRefusal.FORBIDDEN, ApiRefusal.UNAUTHORIZED -> new Forbidden(sentence, failure);
            default -> new Unavailable(system, sentence, failure);
        };
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case RefusedAddress refused -> "The API server's address is refused: " + refused.reason() + ".";
            case UnknownHostException unknown -> "The API server's name is not known to the name servers.";
            case UnresolvedAddressException unknown -> "The API server's name is not known to the name servers.";
            case SSLException untrusted ->
                "No secure connection to the API server: its certificate is not trusted, or it does not speak TLS.";
            case HttpTimeoutException late -> "The API server does not answer in time.";
            case ConnectException refused -> "Nothing answers at the API server's address.";
            case ApiRefusal refusal -> refused(refusal.status());
            default -> "";
        };
    }

    private static String refused(int status) {
        return switch (status) {
            case ApiRefusal.UNAUTHORIZED ->
                "The API server does not accept the credential: it is wrong or has expired.";
            case ApiRefusal.FORBIDDEN -> "The API server forbids it to this credential.";
            case 429 -> "The API server is too busy to answer.";
            default -> "The API server answers with error " + status + ".";
        };
    }
}
