package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.RefusedAddress;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
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
            return "this API server does not serve " + kind.plural() + " at " + kind.base();
        }
        String where = !kind.namespaced() ? "" : namespace.isEmpty() ? " in every namespace" : " in " + namespace;
        return "list and watch " + kind.plural() + where;
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
