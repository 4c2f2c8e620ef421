package dev.binnacle.portal.log;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Stands in front of an Elasticsearch, hands each request on after a delay, and keeps the last that went through. */
final class SearchRecorder implements AutoCloseable {

    private final URI elasticsearch;
    private final Duration delay;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private volatile String target = "";
    private volatile byte[] body = {};

    SearchRecorder(URI elasticsearch, Duration delay) throws IOException {
        this.elasticsearch = elasticsearch;
        this.delay = delay;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    String target() {
        return target;
    }

    byte[] body() {
        return body.clone();
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        target = exchange.getRequestURI().toString();
        body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(elasticsearch.resolve(target))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("Accept")) {
                request.header(name, values.getFirst());
            }
        });
        try {
            Thread.sleep(delay);
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            for (String name : new String[] {"Content-Type", "X-Elastic-Product"}) {
                answer.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().add(name, value));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException _) {
            throw new InterruptedIOException();
        } finally {
            exchange.close();
        }
    }
}
