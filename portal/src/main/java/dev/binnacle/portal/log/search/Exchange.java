package dev.binnacle.portal.log.search;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to one Elasticsearch: with a deadline for the whole answer, a bound on its size, and no redirect
 * followed. A request that is given up has its connection closed, which cancels the search in Elasticsearch. Before each
 * request the address is looked up and checked again; the platform's cache of names hands the same addresses to the
 * connection that follows.
 */
final class Exchange implements TransportHttpClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http;
    private final Connection connection;
    private final AddressRules addresses;
    private final Bounds bounds;
    private final Duration deadline;

    Exchange(Connection connection, AddressRules addresses, Bounds bounds) {
        this.connection = connection;
        this.addresses = addresses;
        this.bounds = bounds;
        this.deadline = bounds.deadline().plusSeconds(1);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Response performRequest(String endpoint, @Nullable Node node, Request request, TransportOptions options)
            throws IOException {
        addresses.resolve(connection.url().getHost());
        AnswerMemory.Share share = bounds.memory().new Share();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(httpRequest(request, options), _ -> new BoundedBody(bounds.maxAnswerBytes(), share));
        boolean whole = false;
        try {
            var response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            whole = true;
            return new Answer(new Node(connection.url()), response, share);
        } catch (TimeoutException _) {
            throw new TookTooLong(deadline);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The request was given up");
        } finally {
            answer.cancel(true);
            if (!whole) {
                share.close();
            }
        }
    }

    @Override
    public CompletableFuture<Response> performRequestAsync(
            String endpoint, @Nullable Node node, Request request, TransportOptions options) {
        throw new UnsupportedOperationException("Virtual threads wait for answers here");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest httpRequest(Request request, TransportOptions options) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address(request))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body(request)));
        options.headers().forEach(header -> builder.setHeader(header.getKey(), understood(header.getValue())));
        request.headers().forEach((name, value) -> builder.setHeader(name, understood(value)));
        connection.credential().authorization().ifPresent(value -> builder.setHeader("Authorization", value));
        return builder.build();
    }

    /**
     * Servers of 9 understand what those of 8 do, and not the other way round.
     *
     * @see <a href="https://www.elastic.co/docs/reference/elasticsearch/rest-apis/compatibility">REST API compatibility</a>
     */
    private static String understood(String header) {
        return header.replace("compatible-with=9", "compatible-with=8");
    }

    private URI address(Request request) {
        String base = connection.url().toString();
        String parameters = request.queryParams().entrySet().stream()
                .map(Exchange::parameter)
                .collect(Collectors.joining("&"));
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + request.path()
                + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    private static String parameter(Map.Entry<String, String> parameter) {
        return parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
    }

    private static byte[] body(Request request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.body() != null) {
            for (ByteBuffer buffer : request.body()) {
                byte[] part = new byte[buffer.remaining()];
                buffer.duplicate().get(part);
                body.writeBytes(part);
            }
        }
        return body.toByteArray();
    }
}
