package dev.binnacle.portal.metric;

import dev.binnacle.portal.environment.RefusedAddress;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Problem;
import dev.binnacle.portal.problem.Unavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in words what an endpoint did instead of answering. */
final class Refusals {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_REASON_BYTES = 2048;
    private static final int MAX_REASON_LENGTH = 300;

    private final String system;
    private final String at;

    Refusals(String system, HttpUrl base) {
        this.system = system;
        this.at = system + " at " + base.host() + ":" + base.port();
    }

    Unavailable busy() {
        return unavailable(at + " is slow: all calls that Binnacle allows at once are waiting for it.", null);
    }

    Unavailable webPage() {
        return unavailable(
                at + " answers with a web page where its API was expected. Check the address and its path.", null);
    }

    Unavailable malformed(JacksonException cause) {
        return unavailable(at + " answers with something that is not its API's JSON.", cause);
    }

    Unavailable of(IOException cause) {
        String what = switch (cause) {
            case BoundedStream.AnswerTooLarge large -> " answers with more than Binnacle reads at once.";
            case InterruptedIOException timeout -> " does not answer within 5 seconds.";
            case RefusedAddress refused -> " is not called: " + refused.reason() + ".";
            case UnknownHostException unknown -> " cannot be found: its host name has no address.";
            case ConnectException refused -> " refuses connections.";
            case SSLException tls ->
                " has no TLS connection for Binnacle: one of them does not trust the other's certificate.";
            default -> " breaks the connection before its answer is whole.";
        };
        return unavailable(at + what, cause);
    }

    Problem of(Response response) {
        int status = response.code();
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                unavailable(at + " redirects elsewhere, which Binnacle does not follow. Check the address.", null);
            case 401 -> new Forbidden(at + " refuses the credential of the environment (401).");
            case 403 -> new Forbidden(at + " forbids this to the credential of the environment (403).");
            case 404 -> new NotFound(at + " does not have what was asked for (404).");
            case 400, 422 -> unavailable(at + " refuses the request: " + reason(response), null);
            default -> unavailable(at + " answers with status " + status + ".", null);
        };
    }

    /** The sentence that Prometheus and Alertmanager put into a refusal, in either of their forms. */
    private static String reason(Response response) {
        try {
            JsonNode body = JSON.readTree(response.peekBody(MAX_REASON_BYTES).string());
            String text = body.isString()
                    ? body.asString()
                    : body.path("error").asString(body.path("message").asString(""));
            return text.length() > MAX_REASON_LENGTH ? text.substring(0, MAX_REASON_LENGTH) + "…" : text;
        } catch (IOException | JacksonException unreadable) {
            return "it gives no reason (" + response.code() + ").";
        }
    }

    private Unavailable unavailable(String sentence, @Nullable Throwable cause) {
        return new Unavailable(system, sentence, cause);
    }
}
