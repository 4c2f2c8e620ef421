package dev.binnacle.portal.environment;

import dev.binnacle.portal.web.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Prometheus, Alertmanager or Elasticsearch for its version. Follows no redirect, reads at most 64 KiB, waits at
 * most 5 seconds. The address is resolved by {@link AddressRules} right before; the platform's cache of names hands the
 * same addresses to the connection that follows.
 */
@Component
class HttpCheck {

    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final JsonMapper json = new JsonMapper();
    private final AddressRules rules;

    HttpCheck(AddressRules rules) throws NoSuchAlgorithmException {
        this.rules = rules;
        this.client = client(SSLContext.getDefault());
    }

    TestedSystem check(ConnectedSystem system, Connection connection, String logIndex) {
        URI url = connection.url();
        try {
            rules.resolve(url.getHost());
            long began = System.nanoTime();
            HttpResponse<byte[]> response = get(url + versionPath(system), connection.credential());
            Duration latency = Duration.ofNanos(System.nanoTime() - began);
            Optional<String> version = version(system, response);
            if (version.isEmpty()) {
                return TestedSystem.failed(system, url, refusal(system, response));
            }
            TestedSystem answers = new TestedSystem(system.words(), url, Status.OK, "Answers", version.get(), latency);
            return system == ConnectedSystem.ELASTICSEARCH ? withIndex(answers, connection, logIndex) : answers;
        } catch (IOException failure) {
            return TestedSystem.failed(system, url, words(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return TestedSystem.failed(system, url, "The test was interrupted.");
        }
    }

    private static String versionPath(ConnectedSystem system) {
        return switch (system) {
            case PROMETHEUS -> "/api/v1/status/buildinfo";
            case ALERTMANAGER -> "/api/v2/status";
            case ELASTICSEARCH, CLUSTER, ARCHIVE -> "/";
        };
    }

    private Optional<String> version(ConnectedSystem system, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return Optional.empty();
        }
        try {
            JsonNode answer = json.readTree(response.body());
            String pointer = switch (system) {
                case PROMETHEUS -> "/data/version";
                case ALERTMANAGER -> "/versionInfo/version";
                case ELASTICSEARCH, CLUSTER, ARCHIVE -> "/version/number";
            };
            return answer.at(pointer).stringValueOpt().filter(version -> version.length() <= 40);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String refusal(ConnectedSystem system, HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            return "Refuses the credential (HTTP " + status + ").";
        }
        if (status >= 300 && status < 400) {
            return "Redirects elsewhere, which is not followed: enter the address that it redirects to.";
        }
        return status == 200
                ? "Answers, but not as " + system.words() + " does: is it the right address?"
                : "Answers with HTTP " + status + ".";
    }

    private TestedSystem withIndex(TestedSystem answers, Connection connection, String index)
            throws IOException, InterruptedException {
        String name = URLEncoder.encode(index, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%2A", "*");
        HttpResponse<byte[]> response =
                get(connection.url() + "/" + name + "/_search?size=0&terminate_after=1", connection.credential());
        String trouble = switch (response.statusCode()) {
            case 200 -> "";
            case 404 -> "Answers, but has no index " + index + " yet: log search will be empty.";
            case 401, 403 -> "Answers, but the credential may not read the index " + index + ": log search stops.";
            default -> "Answers, but searching the index " + index + " fails with HTTP " + response.statusCode() + ".";
        };
        return trouble.isEmpty()
                ? answers
                : new TestedSystem(
                        answers.system(), answers.url(), Status.WARNING, trouble, answers.version(), answers.latency());
    }

    private HttpResponse<byte[]> get(String url, Credential credential) throws IOException, InterruptedException {
        if (credential instanceof Credential.ClientCertificate certificate) {
            HttpClient own = client(ClientTls.of(certificate).context());
            try {
                return get(own, url, credential);
            } finally {
                own.shutdownNow();
            }
        }
        return get(client, url, credential);
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static HttpResponse<byte[]> get(HttpClient client, String url, Credential credential)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
        credential.authorization().ifPresent(value -> request.header("Authorization", value));
        var whole = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            return whole.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            whole.cancel(true);
            throw new HttpTimeoutException("The answer was not whole within " + TIMEOUT);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
        }
    }

    private static String words(IOException failure) {
        return switch (failure) {
            case RefusedAddress refused -> "Not called: " + refused.reason() + ".";
            case UnknownHostException unknown -> "There is no host of that name.";
            case HttpTimeoutException timeout -> "Did not answer within " + TIMEOUT.toSeconds() + " s.";
            case ConnectException refused -> "Nothing listens at that address, or it cannot be reached from here.";
            case SSLException untrusted ->
                "Its certificate is not trusted, it asks for one of the client, or it does not speak TLS.";
            default -> "Broke the connection off before it answered.";
        };
    }
}
