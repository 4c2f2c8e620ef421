package dev.binnacle.portal.log.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.binnacle.portal.log.query.Clause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ValueCountingTests {

    private static final Search SEARCH =
            new Search(new Clause.Everything(), null, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), true);

    @Test
    void whatCountingTookIsNotLeftForTheValues() throws IOException {
        List<String> searches = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String answer = """
                    {"indices":["fluent-bit"],"fields":{"@timestamp":{"date":{"type":"date","searchable":true,"aggregatable":true}}}}
                    """;
            if (exchange.getRequestURI().getPath().endsWith("/_search")) {
                searches.add(asked);
                answer = """
                        {"took":5000,"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0},"hits":{"hits":[]}}
                        """;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://localhost:" + server.getAddress().getPort());
            TestIndex.surveyAt(url).values(TestIndex.environmentOf("europe", "fluent-bit"), SEARCH, "@timestamp");
        } finally {
            server.stop(0);
        }
        assertThat(searches).hasSize(2);
        assertThat(searches.getFirst()).contains("\"timeout\":\"7000ms\"");
        assertThat(searches.getLast()).contains("\"timeout\":\"2000ms\"");
    }
}
