package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.pattern.Patterns;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.FieldValues;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.LogSurvey;
import dev.binnacle.portal.log.search.Sample;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.log.search.Walk;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures a field's values, patterns and an export against the bare requests to Elasticsearch that they make. */
class LogDiscoverBench {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final int ROUNDS = 40;
    private static final long WARM = 50_000;
    private static final Environment ENVIRONMENT =
            TestIndex.environmentOf("bench-discover", BenchLines.INDEX.name(), "shop");
    private static final LogSurvey SURVEY = TestIndex.surveyAt(ELASTICSEARCH);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Search search =
            new Search(new Clause.Everything(), null, Instant.now().minus(Duration.ofHours(2)), Instant.now(), true);

    @Test
    void aFieldsValuesTakeLittleLongerThanTheirSearch() throws Exception {
        try (SearchRecorder recorder = new SearchRecorder(ELASTICSEARCH, Duration.ZERO)) {
            TestIndex.surveyAt(recorder.url()).values(ENVIRONMENT, search, "kubernetes.pod_name");
            Callable<SearchOutcome<FieldValues>> values =
                    () -> SURVEY.values(ENVIRONMENT, search, "kubernetes.pod_name");
            Callable<String> sampled = raw(recorder);
            String query =
                    JsonMapper.shared().readTree(recorder.body()).get("query").toString();
            String count = "{\"size\":0,\"track_total_hits\":true,\"query\":" + query + "}";
            compare(
                    "field values",
                    () -> post("/" + BenchLines.INDEX.name() + "/_search", count) + sampled.call(),
                    values);
        }
    }

    @Test
    void patternsTakeLittleLongerThanTheirLines() throws Exception {
        try (SearchRecorder recorder = new SearchRecorder(ELASTICSEARCH, Duration.ZERO)) {
            TestIndex.surveyAt(recorder.url()).sample(ENVIRONMENT, search);
            compare(
                    "patterns of 10,000 lines (goal 300 ms)",
                    raw(recorder),
                    () -> patterns(SURVEY.sample(ENVIRONMENT, search)));
        }
    }

    @Test
    void patternsOfDrawnLinesTakeLittleLongerThanTheirLines() throws Exception {
        try (SearchRecorder recorder = new SearchRecorder(ELASTICSEARCH, Duration.ZERO)) {
            TestIndex.surveyAt(recorder.url()).drawn(ENVIRONMENT, search);
            compare(
                    "patterns of 10,000 lines drawn by chance",
                    raw(recorder),
                    () -> patterns(SURVEY.drawn(ENVIRONMENT, search)));
        }
    }

    @Test
    void anExportTakesLittleLongerThanABareLoop() throws Exception {
        LogStore store = TestIndex.storeAt(ELASTICSEARCH);
        for (ExportFormat format : ExportFormat.values()) {
            bare(WARM);
            store.walk(ENVIRONMENT, search, WARM, new ExportWriting(search, format, Writer::nullWriter)::take);
            long start = System.nanoTime();
            long lines = bare(Long.MAX_VALUE);
            long middle = System.nanoTime();
            ExportWriting writing = new ExportWriting(search, format, Writer::nullWriter);
            var end = store.walk(ENVIRONMENT, search, Long.MAX_VALUE, writing::take);
            long stop = System.nanoTime();
            assertThat(end).isEqualTo(new SearchOutcome.Found<>(new Walk.End(lines, false, 0)));
            System.out.printf(
                    "export of %,d lines as %s: %.1f s, bare loop %.1f s, throughput %.2f (goal 0.6)%n",
                    lines,
                    format.ending(),
                    (stop - middle) / 1e9,
                    (middle - start) / 1e9,
                    (double) (middle - start) / (stop - middle));
        }
    }

    private static Patterns patterns(SearchOutcome<Sample> outcome) {
        Patterns patterns = new Patterns();
        if (outcome instanceof SearchOutcome.Found<Sample>(Sample sample)) {
            sample.lines().forEach(line -> patterns.add(Structured.message(line.text()), line.text(), false));
        }
        assertThat(patterns.lines()).isEqualTo(10_000);
        return patterns;
    }

    /** Reads so many lines whole, a thousand at a time, and looks at nothing of them but where to go on. */
    private long bare(long most) throws IOException, InterruptedException {
        String pit = read(post("/" + BenchLines.INDEX.name() + "/_pit?keep_alive=2m", ""))
                .path("id")
                .asString();
        long lines = 0;
        String after = "";
        while (true) {
            JsonNode hits = read(post("/_search", """
                            {"size": 1000, "track_total_hits": false, "pit": {"id": "%s", "keep_alive": "2m"},
                             "sort": [{"@timestamp": {"order": "desc", "format": "strict_date_optional_time_nanos"}},
                                      {"_shard_doc": "desc"}] %s}""".formatted(pit, after)))
                    .path("hits")
                    .path("hits");
            lines += hits.size();
            if (hits.size() < 1000 || lines >= most) {
                return lines;
            }
            after = ", \"search_after\": " + hits.path(hits.size() - 1).path("sort");
        }
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private Callable<String> raw(SearchRecorder recorder) {
        String target = recorder.target();
        String body = new String(recorder.body(), StandardCharsets.UTF_8);
        return () -> post(target, body);
    }

    private String post(String target, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(ELASTICSEARCH.resolve(target))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void compare(String name, Callable<?> raw, Callable<?> ours) throws Exception {
        long[][] nanos = new long[2][ROUNDS];
        for (int i = -5; i < ROUNDS; i++) {
            long start = System.nanoTime();
            raw.call();
            long middle = System.nanoTime();
            ours.call();
            if (i >= 0) {
                nanos[0][i] = middle - start;
                nanos[1][i] = System.nanoTime() - middle;
            }
        }
        Arrays.sort(nanos[0]);
        Arrays.sort(nanos[1]);
        System.out.printf(
                "%s: p50 %.1f ms, slowest %.1f ms; bare request p50 %.1f ms, slowest %.1f ms%n",
                name,
                nanos[1][ROUNDS / 2] / 1e6,
                nanos[1][ROUNDS - 1] / 1e6,
                nanos[0][ROUNDS / 2] / 1e6,
                nanos[0][ROUNDS - 1] / 1e6);
    }
}
