package dev.binnacle.portal.cluster;

import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.problem.Unavailable;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** One API server, spoken to without an object model: answers are read as they stream. */
final class ApiServer implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int CALLS_AT_ONCE = 8;

    private final URI url;
    private final String authorization;
    private final AddressRules addresses;
    private final HttpClient http;
    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);

    ApiServer(Connection connection, AddressRules addresses) {
        Config settings = ClientSettings.of(connection);
        this.url = connection.url();
        this.addresses = addresses;
        this.authorization = authorization(settings);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .sslContext(trust(settings))
                .build();
    }

    /**
     * Asks for an answer and reads it while it comes.
     *
     * @param path with its query
     * @param timeout for the whole of it
     * @param maxBytes of the answer
     * @throws ApiRefusal where the API server answers with an error
     * @throws IOException where it does not answer, not whole, too slowly or too much
     */
    <T> T get(String path, Duration timeout, long maxBytes, Reader<T> reader) throws IOException, InterruptedException {
        return send(request(path).GET(), timeout, maxBytes, reader);
    }

    /** As {@link #get}, with a JSON body sent by POST. Only for reviews, which change nothing. */
    <T> T review(String path, String body, Duration timeout, Reader<T> reader)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, timeout, 1 << 20, reader);
    }

    private <T> T send(HttpRequest.Builder builder, Duration timeout, long maxBytes, Reader<T> reader)
            throws IOException, InterruptedException {
        addresses.resolve(url.getHost());
        if (!calls.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("Too many calls to the API server at once");
        }
        try {
            HttpResponse<InputStream> response =
                    http.send(builder.timeout(timeout).build(), BodyHandlers.ofInputStream());
            try (InputStream body = new BoundedBody(response.body(), maxBytes, timeout)) {
                if (response.statusCode() >= 300) {
                    throw new ApiRefusal(
                            response.statusCode(), new String(body.readNBytes(2000), StandardCharsets.UTF_8));
                }
                return reader.read(body);
            }
        } finally {
            calls.release();
        }
    }

    /**
     * Opens a stream without an end, such as a followed log. It does not count as a call; close it.
     *
     * @throws ApiRefusal where the API server answers with an error
     */
    InputStream stream(String path) throws IOException, InterruptedException {
        addresses.resolve(url.getHost());
        HttpRequest request =
                request(path).GET().timeout(Duration.ofSeconds(15)).build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() >= 300) {
            try (InputStream body = response.body()) {
                throw new ApiRefusal(response.statusCode(), new String(body.readNBytes(2000), StandardCharsets.UTF_8));
            }
        }
        return response.body();
    }

    /**
     * Opens a watch as a WebSocket: its pings notice within seconds a connection that is open but dead.
     *
     * @throws ApiRefusal where the API server answers with an error
     */
    WebSocket watch(String path, WebSocket.Listener listener) throws IOException, InterruptedException {
        addresses.resolve(url.getHost());
        WebSocket.Builder builder = http.newWebSocketBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .header("Origin", url.getScheme() + "://" + url.getAuthority());
        if (!authorization.isEmpty()) {
            builder.header("Authorization", authorization);
        }
        URI address = URI.create(address(path).toString().replaceFirst("^http", "ws"));
        try {
            return builder.buildAsync(address, listener).get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                throw new ApiRefusal(refused.getResponse().statusCode(), "watch refused");
            }
            throw failure.getCause() instanceof IOException known ? known : new IOException(failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException("The watch did not open within 10 s", late);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Accept", "application/json")
                .header("User-Agent", "binnacle");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private URI address(String path) {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private static String authorization(Config settings) {
        String token = settings.getOauthToken();
        if (token != null && !token.isBlank()) {
            return "Bearer " + token.strip();
        }
        String user = settings.getUsername();
        return user == null || user.isBlank()
                ? ""
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString((user + ":" + settings.getPassword()).getBytes(StandardCharsets.UTF_8));
    }

    private static SSLContext trust(Config settings) {
        try {
            return SSLUtils.sslContext(settings);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            throw new Unavailable(
                    "Kubernetes",
                    "The certificates or the key of the kubeconfig cannot be read: are its -data fields whole?",
                    unusable);
        }
    }

    /** Reads an answer while it streams. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream body) throws IOException;
    }
}
