package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.metric.FaultServer;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An Elasticsearch 8.19, which refuses media types of a later version, and says in each answer what product it is. */
class FormerVersionTests {

    private static final Search SEARCH = new Search(
            new Clause.Everything(),
            null,
            Instant.parse("2026-11-17T10:00:00Z"),
            Instant.parse("2026-11-17T11:00:00Z"),
            true);

    private final FaultServer elasticsearch = new FaultServer();

    @AfterEach
    void stop() {
        elasticsearch.close();
    }

    @Test
    void isSearched() {
        elasticsearch.on("/fluent-bit/_field_caps", exchange -> answer(exchange, """
                {"indices":["fluent-bit"],"fields":{
                 "@timestamp":{"date":{"type":"date","searchable":true,"aggregatable":true}},
                 "log":{"text":{"type":"text","searchable":true,"aggregatable":false}}}}"""));
        elasticsearch.on("/fluent-bit/_pit", exchange -> answer(exchange, "{\"id\":\"a-place\"}"));
        elasticsearch.on("", exchange -> answer(exchange, """
                {"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0},"pit_id":"a-place",
                 "hits":{"total":{"value":1,"relation":"eq"},"hits":[{"_index":"fluent-bit","_id":"1","sort":["2026-11-17T10:30:00Z",2],
                  "_source":{"@timestamp":"2026-11-17T10:30:00Z","log":"hello"}}]}}"""));
        assertThat(TestIndex.storeAt(elasticsearch.url())
                        .search(TestIndex.environmentOf("europe", "fluent-bit"), SEARCH))
                .isInstanceOfSatisfying(
                        SearchOutcome.Found.class,
                        found -> assertThat(found.toString()).contains("hello"));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        boolean understood = exchange.getRequestHeaders().getOrDefault("Accept", java.util.List.of()).stream()
                .noneMatch(type -> type.contains("compatible-with=9"));
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        FaultServer.answer(
                exchange,
                understood ? 200 : 400,
                "application/vnd.elasticsearch+json;compatible-with=8",
                understood ? body : """
                        {"error":{"root_cause":[{"type":"media_type_header_exception",
                         "reason":"Invalid media-type value on headers [Accept]"}],"type":"media_type_header_exception",
                         "reason":"Invalid media-type value on headers [Accept]"},"status":400}""");
    }
}
