package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.indices.GetIndicesSettingsResponse;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.DefaultTransportOptions;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import co.elastic.clients.transport.Endpoint;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.endpoints.SimpleEndpoint;
import dev.binnacle.portal.environment.AddressRules;
import dev.binnacle.portal.environment.Connection;
import dev.binnacle.portal.problem.Unavailable;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One environment's Elasticsearch: how many searches it gets at once, for how long, and what its index looks like. */
final class Elasticsearch implements Closeable {

    private static final Duration FIELDS_KEPT = Duration.ofSeconds(30);
    private static final String KEPT = "2m";

    private static final Logger LOG = LoggerFactory.getLogger(Elasticsearch.class);

    private static final Endpoint<String, JsonNode, ErrorResponse> READ = new SimpleEndpoint<>(
            "binnacle/read",
            _ -> "GET",
            path -> path,
            _ -> Map.of(),
            _ -> Map.of(),
            SimpleEndpoint.emptyMap(),
            false,
            JsonpDeserializer.of(JsonNode.class));

    private final ElasticsearchClient client;
    private final String index;
    private final String searched;
    private final Failures failures;
    private final Bounds bounds;
    private final Clock clock;
    private final Places places;
    private volatile @Nullable Known known;

    /** @param beside what is searched, too; empty for nothing */
    Elasticsearch(
            String system,
            Connection connection,
            AddressRules addresses,
            String index,
            String beside,
            Bounds bounds,
            Clock clock) {
        this.client = new ElasticsearchClient(new Transport(new Exchange(connection, addresses, bounds)));
        this.index = index;
        this.searched = beside.isEmpty() ? index : index + "," + beside;
        this.failures = new Failures(system, index);
        this.bounds = bounds;
        this.clock = clock;
        this.places = new Places(bounds, failures);
    }

    Failures failures() {
        return failures;
    }

    String index() {
        return index;
    }

    /** @return the fields of the index, at most half a minute old; none where there is no index */
    Fields fields() throws IOException {
        Known now = known;
        if (now == null || now.until().isBefore(clock.instant())) {
            Fields fields = FieldCapabilities.read(limited(() -> client.fieldCaps(caps ->
                    caps.index(searched).fields("*").filters("-metadata").ignoreUnavailable(true))));
            now = new Known(fields, clock.instant().plus(fields.byName().isEmpty() ? Duration.ZERO : FIELDS_KEPT));
            known = now;
        }
        return now.fields();
    }

    SearchResponse<JsonNode> search(SearchRequest.Builder request) throws IOException {
        return search(request, Duration.ZERO);
    }

    /** @param spent what Elasticsearch needed of the time that it may take to say what to ask */
    SearchResponse<JsonNode> search(SearchRequest.Builder request, Duration spent) throws IOException {
        return sent(request.index(searched), spent);
    }

    SearchResponse<JsonNode> searchAt(String pointInTime, SearchRequest.Builder request) throws IOException {
        return sent(request.pit(pit -> pit.id(pointInTime).keepAlive(keep -> keep.time(KEPT))), Duration.ZERO);
    }

    /**
     * Of the parts of the index that answer, as a search is. Each search at it counts the others as failed: see <a
     * href="https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-open-point-in-time">Open a point in
     * time</a>.
     */
    String openPointInTime() throws IOException {
        return limited(() -> client.openPointInTime(open ->
                        open.index(searched).allowPartialSearchResults(true).keepAlive(keep -> keep.time(KEPT))))
                .id();
    }

    /** Frees what Elasticsearch keeps of it; where that fails, it frees it by itself two minutes later. */
    void closePointInTime(String pointInTime) {
        try {
            limited(() -> client.closePointInTime(close -> close.id(pointInTime)));
        } catch (ElasticsearchException | IOException | Unavailable failure) {
            LOG.debug("A point in time was not closed: {}", failure.toString());
        }
    }

    GetIndicesSettingsResponse settings() throws IOException {
        return limited(() -> client.indices().getSettings(settings -> settings.index(searched)));
    }

    /**
     * @param path below the indices searched, as in "/_ilm/explain"
     * @return the answer; nothing where Elasticsearch refuses, does not know the path, or says too much
     */
    JsonNode told(String path) throws IOException {
        return answered("/" + URLEncoder.encode(searched, StandardCharsets.UTF_8) + path);
    }

    /** @return a policy of index lifecycle management, below its name; nothing where it may not be read */
    JsonNode policy(String name) throws IOException {
        return answered("/_ilm/policy/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /** @return the fields of the newest of its indices, as they are mapped */
    TypeMapping mapping() throws IOException {
        return limited(() -> client.indices().getMapping(get -> get.index(index))).mappings().entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(newest -> newest.getValue().mappings())
                .orElseGet(() -> TypeMapping.of(none -> none));
    }

    /** Makes an index; one that is there stays as it is. */
    void create(String name, TypeMapping fields, int mostFields) throws IOException {
        try {
            limited(() -> client.indices()
                    .create(create -> create.index(name)
                            .mappings(fields)
                            .settings(settings -> settings.mapping(mapping ->
                                    mapping.totalFields(total -> total.limit(Integer.toString(mostFields)))))));
            forgetFields();
        } catch (ElasticsearchException refusal) {
            if (!"resource_already_exists_exception".equals(refusal.error().type())) {
                throw refusal;
            }
        }
    }

    BulkResponse bulk(List<BulkOperation> operations) throws IOException {
        return limited(() -> client.bulk(bulk -> bulk.operations(operations)));
    }

    Set<String> indices(String pattern) throws IOException {
        return limited(() -> client.indices().getSettings(settings -> settings.index(pattern)))
                .settings()
                .keySet();
    }

    void delete(String name) throws IOException {
        limited(() -> client.indices().delete(delete -> delete.index(name).ignoreUnavailable(true)));
    }

    void forgetFields() {
        known = null;
    }

    @Override
    public void close() throws IOException {
        client._transport().close();
    }

    private SearchResponse<JsonNode> sent(SearchRequest.Builder request, Duration spent) throws IOException {
        long left = Math.max(1, bounds.deadline().minus(spent).toMillis());
        SearchRequest search = request.timeout(left + "ms").build();
        return places.with(search.query(), () -> client.search(search, JsonNode.class));
    }

    private JsonNode answered(String path) throws IOException {
        try {
            return limited(() -> client._transport().performRequest(path, READ, null));
        } catch (ElasticsearchException | TransportException | AnswerTooLarge unknown) {
            LOG.debug("{}: {}", path, unknown.toString());
            return MissingNode.getInstance();
        }
    }

    private <T> T limited(Places.Call<T> call) throws IOException {
        return places.with(call);
    }

    private record Known(Fields fields, Instant until) {}

    private static final class Transport extends ElasticsearchTransportBase {
        Transport(Exchange exchange) {
            super(exchange, DefaultTransportOptions.EMPTY, new Jackson3JsonpMapper());
        }
    }
}
