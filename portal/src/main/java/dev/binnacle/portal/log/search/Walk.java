package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads lines one after another at a point in time, in pages that shrink where their lines are long. */
public final class Walk {

    private static final int PAGE = 1_000;
    private static final int SHRINK = 10;
    /** After so many pages that fitted, larger ones are tried again. */
    private static final int LARGER_AFTER = 100;

    private final Elasticsearch elasticsearch;
    private final Requests requests;
    private final Answers answers;

    Walk(Elasticsearch elasticsearch, Requests requests, Fields fields) {
        this.elasticsearch = elasticsearch;
        this.requests = requests;
        this.answers = new Answers(fields, Highlights.random());
    }

    /**
     * Where a walk ended.
     *
     * @param lines how many were read
     * @param more whether there are lines after the last one
     * @param failedShards parts of the index that did not answer at some time, whose lines may be missing
     */
    public record End(long lines, boolean more, int failedShards) {}

    SearchOutcome<End> of(Search search, long most, Consumer<List<Line>> reader) throws IOException, Unfit {
        String pointInTime = elasticsearch.openPointInTime();
        try {
            return along(pointInTime, search, most, reader);
        } finally {
            elasticsearch.closePointInTime(pointInTime);
        }
    }

    private SearchOutcome<End> along(String pointInTime, Search search, long most, Consumer<List<Line>> reader)
            throws IOException, Unfit {
        Stretch stretch = Stretch.all(search);
        Continuation after = null;
        long read = 0;
        int failed = 0;
        int size = PAGE;
        int fitting = 0;
        while (true) {
            Optional<SearchResponse<JsonNode>> whole =
                    page(pointInTime, requests.walked(stretch.search(), after, size));
            if (whole.isEmpty()) {
                size = smaller(size);
                fitting = 0;
                continue;
            }
            SearchResponse<JsonNode> page = whole.get();
            if (page.timedOut()) {
                return new SearchOutcome.Stopped<>();
            }
            failed = Math.max(failed, page.shards().failed().intValue());
            List<Line> lines = page.hits().hits().stream().map(answers::line).toList();
            long wanted = Math.min(lines.size(), most - read);
            reader.accept(lines.subList(0, (int) wanted));
            read += wanted;
            boolean full = lines.size() == size;
            if (wanted < lines.size() || (!full && stretch.isLast())) {
                return new SearchOutcome.Found<>(new End(read, wanted < lines.size(), failed));
            }
            if (!lines.isEmpty()) {
                after = Answers.next(lines, page.hits().hits().getLast(), page.pitId());
            }
            stretch = full ? stretch.after(lines) : stretch.beyond();
            fitting++;
            if (fitting % LARGER_AFTER == 0) {
                size = Math.min(PAGE, size * SHRINK);
            }
        }
    }

    /** @return nothing where its lines are too long to be held together */
    private Optional<SearchResponse<JsonNode>> page(String pointInTime, SearchRequest.Builder request)
            throws IOException {
        try {
            return Optional.of(elasticsearch.searchAt(pointInTime, request));
        } catch (AnswerTooLarge _) {
            return Optional.empty();
        }
    }

    private static int smaller(int size) throws IOException {
        if (size == 1) {
            throw new AnswerTooLarge();
        }
        return Math.max(1, size / SHRINK);
    }
}
