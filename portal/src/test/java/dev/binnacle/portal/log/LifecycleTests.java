package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.metric.FaultServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An Elasticsearch that answers about lifecycles as is documented; the real one here has no such module. */
class LifecycleTests {

    private static final Environment ENVIRONMENT = TestIndex.environmentOf("europe", "logs");
    private static final String JSON = "application/vnd.elasticsearch+json;compatible-with=8";

    private final FaultServer elasticsearch = new FaultServer();

    @BeforeEach
    void answers() {
        on("/logs/_field_caps", 200, """
                {"indices":["logs-000001"],"fields":{
                 "@timestamp":{"date":{"type":"date","searchable":true,"aggregatable":true}}}}""");
        on("/logs/_stats", 200, """
                {"_shards":{"total":1,"successful":1,"failed":0},"_all":{},"indices":{"logs-000001":{"health":"green",
                 "primaries":{"docs":{"count":3,"deleted":0,"total_size_in_bytes":9}},
                 "total":{"store":{"size_in_bytes":9,"reserved_in_bytes":0,"total_data_set_size_in_bytes":9}}}}}""");
        on("/logs/_settings", 200, """
                {"logs-000001":{"settings":{"index":{"creation_date":"1795000000000","lifecycle":{"name":"keep"}}}}}""");
        on("/logs/_search", 200, """
                {"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0},
                 "hits":{"total":{"value":1,"relation":"eq"},"hits":[{"_index":"logs-000001","_id":"1","sort":["2026-11-17T10:30:00Z",2],
                  "_source":{"@timestamp":"2026-11-17T10:30:00Z","log":"hello"}}]}}""");
        on("", 404, """
                {"error":"no handler found for uri","status":404}""");
    }

    @AfterEach
    void stop() {
        elasticsearch.close();
    }

    @Test
    void aManagedIndexSaysWhenItRollsOverAndWhenItIsDeleted() {
        managed("\"step\":\"check-rollover-ready\"");
        assertThat(lifecycle())
                .isEqualTo("keep: hot, 3.2d old; rolls over after 30d or at 50gb a shard; deleted 90d after that");
    }

    @Test
    void anIndexThatIsStuckIsSaidFirst() {
        managed("""
                "step":"ERROR","failed_step":"check-rollover-ready",
                "step_info":{"type":"illegal_argument_exception","reason":"alias [logs] is missing"}""");
        assertThat(PipelineVerdict.of(pipeline(), Instant.parse("2026-11-17T10:30:30Z")))
                .hasToString(
                        "Verdict[status=WARNING, says=Lines arrive, but logs-000001 is neither rolled over nor deleted in"
                                + " time., because=Its lifecycle is stuck at check-rollover-ready: alias [logs] is missing.]");
    }

    @Test
    void aDataStreamSaysHowLongItIsKept() {
        on("/logs/_lifecycle/explain", 200, """
                {"indices":{"logs-000001":{"index":"logs-000001","managed_by_lifecycle":true,
                 "time_since_index_creation":"3.2d","lifecycle":{"enabled":true,"data_retention":"7d",
                 "rollover":{"max_age":"1d","min_docs":1}}}}}""");
        assertThat(lifecycle()).isEqualTo("of the data stream: 3.2d old; rolls over after 1d; deleted 7d after that");
    }

    @Test
    void whoMayNotSeeLifecyclesSeesTheNameOfThePolicy() {
        on("/logs/_ilm/explain", 403, """
                {"error":{"type":"security_exception","reason":"action is unauthorized"},"status":403}""");
        assertThat(lifecycle()).isEqualTo("keep");
    }

    @Test
    void whoMayNotMonitorSeesAllButSizes() {
        on("/logs/_stats", 403, """
                {"error":{"type":"security_exception","reason":"action is unauthorized"},"status":403}""");
        PipelineView view = PipelineView.of(ENVIRONMENT, pipeline(), Instant.parse("2026-11-17T10:30:30Z"));
        assertThat(view.verdict().says()).isEqualTo("Lines arrive: the newest is 30 s old.");
        assertThat(view.figures())
                .filteredOn(figure -> figure.name().equals("Indices"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.says()).contains("needs the privilege monitor"));
        assertThat(view.rows()).singleElement().satisfies(row -> {
            assertThat(row.health()).isEqualTo("not known");
            assertThat(row.lines()).isEqualTo("not known");
            assertThat(row.size()).isEqualTo("not known");
        });
    }

    private void managed(String step) {
        on("/logs/_ilm/explain", 200, """
                {"indices":{"logs-000001":{"index":"logs-000001","managed":true,"policy":"keep","age":"3.2d",
                 "phase":"hot",%s}}}""".formatted(step));
        on("/_ilm/policy/keep", 200, """
                {"keep":{"version":1,"policy":{"phases":{
                 "hot":{"min_age":"0ms","actions":{"rollover":{"max_primary_shard_size":"50gb","max_age":"30d"}}},
                 "delete":{"min_age":"90d","actions":{"delete":{}}}}}}}""");
    }

    private String lifecycle() {
        List<PipelineView.Row> rows =
                PipelineView.of(ENVIRONMENT, pipeline(), Instant.EPOCH).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst().lifecycle();
    }

    private Pipeline pipeline() {
        return TestIndex.pipelineAt(elasticsearch.url()).of(ENVIRONMENT)
                        instanceof SearchOutcome.Found<Pipeline>(Pipeline pipeline)
                ? pipeline
                : org.junit.jupiter.api.Assertions.fail("nothing was found");
    }

    private void on(String path, int status, String body) {
        elasticsearch.on(path, exchange -> {
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            FaultServer.answer(exchange, status, JSON, body);
        });
    }
}
