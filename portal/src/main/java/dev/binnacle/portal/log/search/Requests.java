package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.NamedValue;
import dev.binnacle.portal.log.query.Clause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the requests of one environment's log index. */
final class Requests {

    /** The format of moments in requests and answers: as exact as the index has them. */
    private static final String EXACT = "strict_date_optional_time_nanos";

    /** How far into a line matches are marked, in characters. */
    private static final int MARKED = 100_000;

    /** Later than any line: clocks of machines differ. */
    private static final Duration FAR = Duration.ofDays(3650);

    /** A word that may differ by letters, not a phrase whose words may move. To mark it takes a second for each. */
    private static final Pattern FUZZY = Pattern.compile("(?<![\\\\\"])~");

    private final Fields fields;
    private final Set<String> namespaces;

    Requests(Fields fields, Set<String> namespaces) {
        this.fields = fields;
        this.namespaces = namespaces;
    }

    /** The first page, with its histogram. */
    SearchRequest.Builder page(Search search, int size, Highlights highlights) throws Unfit {
        return listed(search, size, highlights, List.of())
                .sort(byTime(search), byPosition(search, "_doc"))
                .aggregations(HistogramCounts.LINES, new HistogramCounts(fields).of(search));
    }

    /** A further page, read at a point in time. */
    SearchRequest.Builder further(Search search, Continuation after, int size, Highlights highlights) throws Unfit {
        if (!after.seen().isEmpty()) {
            return listed(search, size, highlights, beyond(search, after))
                    .sort(byTime(search), byPosition(search, "_shard_doc"));
        }
        return listed(search, size, highlights, List.of())
                .sort(byTime(search), byPosition(search, "_shard_doc"))
                .searchAfter(FieldValue.of(after.cursor()), FieldValue.of(after.position()));
    }

    /** Lines one after another at a point in time, with all of their fields, which is quicker than with some. */
    SearchRequest.Builder walked(Search search, @Nullable Continuation after, int size) throws Unfit {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .query(found(search))
                .size(size)
                .trackTotalHits(track -> track.enabled(false))
                .sort(byTime(search), byPosition(search, "_shard_doc"));
        return after == null
                ? request
                : request.searchAfter(FieldValue.of(after.cursor()), FieldValue.of(after.position()));
    }

    /** Many lines at once, with what a list shows; nothing is marked in them. */
    SearchRequest.Builder sample(Search search, int size) throws Unfit {
        return many(search, found(search), size).sort(byTime(search), byPosition(search, "_doc"));
    }

    /** The first lines, with the number of all, and of those since a moment. */
    SearchRequest.Builder newest(Search search, Instant recent, int size) throws Unfit {
        return sample(search, size)
                .trackTotalHits(track -> track.enabled(true))
                .aggregations(Newest.RECENT, since -> since.filter(during(recent, search.to())));
    }

    /** Many lines at once, those that chance gives the most, which are the same ones each time. */
    SearchRequest.Builder drawn(Search search, int size) throws Unfit {
        return many(search, Chance.scoring(found(search)), size)
                .sort(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))));
    }

    private SearchRequest.Builder many(Search search, Query query, int size) {
        return new SearchRequest.Builder()
                .query(query)
                .size(size)
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.filter(filter -> filter.includes(shown(search))));
    }

    /** The last lines, without a histogram. */
    SearchRequest.Builder last(Search search, int size) throws Unfit {
        return listed(search, size, Highlights.random(), List.of()).sort(byTime(search), byPosition(search, "_doc"));
    }

    /** Lines of a line's container: those before its moment newest first, those of it and those after it oldest first. */
    SearchRequest.Builder around(Line line, Beside side, int size) throws Unfit {
        Search search = new Search(
                new Clause.Everything(),
                new Pods.Named(line.namespace(), List.of(line.pod())),
                Instant.EPOCH,
                line.at().plus(FAR),
                side == Beside.BEFORE);
        JsonData moment = JsonData.of(line.cursor());
        List<Query> filters = new ArrayList<>(Scope.container(line.container(), fields));
        filters.add(Query.of(q -> q.range(range -> range.untyped(time -> switch (side) {
            case BEFORE -> time.field(Fields.TIME).format(EXACT).lt(moment);
            case AT -> time.field(Fields.TIME).format(EXACT).gte(moment).lte(moment);
            case AFTER -> time.field(Fields.TIME).format(EXACT).gt(moment);
        }))));
        return listed(search, size, Highlights.random(), filters).sort(byTime(search), byPosition(search, "_doc"));
    }

    /** Which side of a line's moment. */
    enum Beside {
        BEFORE,
        AT,
        AFTER
    }

    /** How many lines there are, and how many of them are errors. */
    SearchRequest.Builder errors(Search search) throws Unfit {
        return count(found(search)).aggregations("errors", errors -> errors.filter(Levels.errors(fields)));
    }

    /** How many lines a query finds, exactly. */
    static SearchRequest.Builder count(Query found) {
        return new SearchRequest.Builder().query(found).size(0).trackTotalHits(track -> track.enabled(true));
    }

    /** What a search finds within the environment's scope. */
    Query found(Search search) throws Unfit {
        return query(search, List.of());
    }

    /** One line, with all of its fields. */
    SearchRequest.Builder one(String index, String id) throws Unfit {
        List<Query> filters = new ArrayList<>(Scope.filters(namespaces, Optional.empty(), fields));
        filters.add(Query.of(q -> q.ids(ids -> ids.values(id))));
        filters.add(Query.of(q -> q.term(term -> term.field("_index").value(index))));
        return new SearchRequest.Builder()
                .query(q -> q.bool(all -> all.filter(filters)))
                .sort(sort -> sort.field(field -> field.field(Fields.TIME).format(EXACT)))
                .size(1);
    }

    private SearchRequest.Builder listed(Search search, int size, Highlights highlights, List<Query> more)
            throws Unfit {
        SearchRequest.Builder request = new SearchRequest.Builder()
                .query(query(search, more))
                .size(size)
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.filter(filter -> filter.includes(shown(search))));
        return FUZZY.matcher(search.lucene()).find() ? request : request.highlight(marking(highlights));
    }

    private List<String> shown(Search search) {
        return Stream.of(
                        List.of(
                                Fields.TIME,
                                fields.message(),
                                Fields.STREAM,
                                Fields.NAMESPACE,
                                Fields.POD,
                                Fields.CONTAINER),
                        Fields.LEVELS,
                        search.columns())
                .flatMap(List::stream)
                .toList();
    }

    private Query query(Search search, List<Query> more) throws Unfit {
        List<Query> filters = new ArrayList<>(more);
        filters.add(during(search.from(), search.to()));
        filters.addAll(Scope.filters(namespaces, Optional.ofNullable(search.pods()), fields));
        Breadth.check(search.clause(), fields);
        filters.add(new Translation(fields, search.zone()).query(search.clause()));
        if (!search.lucene().isEmpty()) {
            filters.add(lucene(search));
        }
        return Query.of(q -> q.bool(all -> all.filter(filters)));
    }

    /**
     * The query string as Kibana sends it, but that a value may not begin with a wildcard, which would look at every
     * word of the index.
     *
     * @see <a href="https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query">Query
     *     string</a>
     */
    private static Query lucene(Search search) {
        return Query.of(q -> q.queryString(string -> string.query(search.lucene())
                .timeZone(search.zone().getId())
                .analyzeWildcard(true)
                .allowLeadingWildcard(false)));
    }

    private Highlight marking(Highlights highlights) {
        return Highlight.of(highlight -> highlight
                .preTags(highlights.opening())
                .postTags(highlights.closing())
                .numberOfFragments(0)
                .maxAnalyzedOffset(MARKED)
                .fields(NamedValue.of(fields.message(), HighlightField.of(field -> field))));
    }

    private static List<Query> beyond(Search search, Continuation after) {
        JsonData last = JsonData.of(after.cursor());
        return List.of(
                Query.of(q ->
                        q.range(range -> range.untyped(time -> (search.newestFirst() ? time.lte(last) : time.gte(last))
                                .field(Fields.TIME)
                                .format(EXACT)))),
                Query.of(q -> q.bool(none -> none.mustNot(not -> not.ids(ids -> ids.values(after.seen()))))));
    }

    private static Query during(Instant from, Instant to) {
        return Query.of(q -> q.range(range -> range.untyped(time -> time.field(Fields.TIME)
                .gte(JsonData.of(from.toString()))
                .lt(JsonData.of(to.toString()))
                .format(EXACT))));
    }

    private static SortOptions byTime(Search search) {
        return SortOptions.of(sort ->
                sort.field(field -> field.field(Fields.TIME).format(EXACT).order(order(search))));
    }

    private static SortOptions byPosition(Search search, String field) {
        return SortOptions.of(
                sort -> sort.field(position -> position.field(field).order(order(search))));
    }

    private static SortOrder order(Search search) {
        return search.newestFirst() ? SortOrder.Desc : SortOrder.Asc;
    }
}
