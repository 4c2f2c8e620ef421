package dev.binnacle.portal.log.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.environment.Connections;
import dev.binnacle.portal.environment.Credential;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.environment.EnvironmentId;
import dev.binnacle.portal.environment.Environments;
import dev.binnacle.portal.environment.FixedEnvironments;
import dev.binnacle.portal.environment.Tier;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Environments with an archive that answers, one that breaks off, one that is gone, and none. */
@TestConfiguration(proxyBeanMethods = false)
class ArchivedPlatform {

    static final String NAME = "archived-";
    static final URI FOLDER = URI.create(Sandbox.shared().archive().folder() + "-"
            + UUID.randomUUID().toString().substring(0, 8));
    static final BreakingStorage STORAGE = BreakingStorage.before(FOLDER);

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final TestIndex INDEX = TestIndex.mapped(ELASTICSEARCH)
            .line(Instant.parse("2020-01-01T00:00:00Z"), "shop", "cart-0", "of the index itself")
            .written();

    static final Environment HERE = environment("here", FOLDER);
    static final Environment BREAKING = environment("breaking", STORAGE.folder());
    private static final List<Environment> ALL = List.of(
            HERE,
            BREAKING,
            environment("bare", null),
            environment("gone", URI.create("http://127.0.0.1:1/logs")),
            environment("nobucket", FOLDER.resolve("/nosuch/echo")));

    static {
        send("PUT", "/" + INDEX.name() + "/_mapping", """
                {"properties": {"log": {"type": "text", "fields": {"word": {"type": "keyword"}}}}}""");
    }

    static void refresh() {
        send("POST", "/restored-*/_refresh", "");
    }

    /** Asks Elasticsearch something. */
    static void send(String method, String path, String body) {
        INDEX.send(method, path, body);
    }

    @Bean
    BreakingStorage breakingStorage() {
        return STORAGE;
    }

    @Bean
    @Primary
    Environments archivedEnvironments() {
        return new FixedEnvironments(ALL);
    }

    @Bean
    @Primary
    Connections archivedConnections() {
        Connections elasticsearch = TestIndex.connecting(ELASTICSEARCH);
        return new Connections() {
            @Override
            public Connection cluster(EnvironmentId environment) {
                return elasticsearch.cluster(environment);
            }

            @Override
            public Optional<Connection> prometheus(EnvironmentId environment) {
                return Optional.empty();
            }

            @Override
            public List<Connection> alertmanagers(EnvironmentId environment) {
                return List.of();
            }

            @Override
            public Optional<Connection> elasticsearch(EnvironmentId environment) {
                return elasticsearch.elasticsearch(environment);
            }

            @Override
            public Optional<Connection> archive(EnvironmentId environment) {
                return ALL.stream()
                        .filter(one -> one.id().equals(environment))
                        .flatMap(one -> Optional.ofNullable(one.archive()).stream())
                        .map(url -> new Connection(
                                url,
                                new Credential.Basic("reader", UUID.randomUUID().toString())))
                        .findFirst();
            }
        };
    }

    /** The environment whose archive answers, as if it had other namespaces. */
    static Environment in(String... namespaces) {
        return environment(HERE.id(), "here", HERE.archive(), namespaces);
    }

    private static Environment environment(String name, @Nullable URI archive) {
        return environment(new EnvironmentId(UUID.randomUUID()), name, archive, "shop");
    }

    private static Environment environment(EnvironmentId id, String name, @Nullable URI archive, String... namespaces) {
        return new Environment(
                id,
                NAME + name,
                Tier.TEST,
                "",
                "",
                new TreeSet<>(List.of(namespaces)),
                URI.create("https://cluster.invalid"),
                null,
                List.of(),
                null,
                INDEX.name(),
                archive,
                List.of(),
                false,
                1);
    }

    /** Stands before the storage, and ends answers in their middle when it is told to. */
    static final class BreakingStorage {

        private final HttpServer server;
        private final URI folder;
        private final HttpClient http = HttpClient.newHttpClient();
        private final AtomicInteger left = new AtomicInteger();

        private BreakingStorage(HttpServer server, URI folder) {
            this.server = server;
            this.folder = folder;
        }

        static BreakingStorage before(URI folder) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                BreakingStorage storage = new BreakingStorage(server, folder);
                server.createContext("/", storage::pass);
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.start();
                return storage;
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        URI folder() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + folder.getPath());
        }

        /** Answers to so many requests for files end in their middle. */
        void breakNext(int count) {
            left.set(count);
        }

        int left() {
            return left.get();
        }

        private void pass(HttpExchange exchange) throws IOException {
            try (exchange) {
                HttpResponse<byte[]> answer = http.send(
                        HttpRequest.newBuilder(
                                        folder.resolve(exchange.getRequestURI().toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                answer.headers().map().forEach((name, values) -> {
                    if (name.startsWith("x-amz-meta-") || name.equals("content-type")) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                byte[] body = answer.body();
                exchange.sendResponseHeaders(answer.statusCode(), body.length);
                boolean file = exchange.getRequestURI().getPath().endsWith(".gz");
                boolean breaks = file && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
                exchange.getResponseBody().write(body, 0, breaks ? body.length * 2 / 3 : body.length);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
