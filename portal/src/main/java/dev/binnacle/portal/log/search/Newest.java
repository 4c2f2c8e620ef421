package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The newest lines of a search.
 *
 * @param lines newest first
 * @param total how many there are altogether, exactly, of those parts of the index that answered
 * @param recent how many of these are since the moment that was asked for
 * @param failedShards parts of the index that did not answer
 */
public record Newest(List<Line> lines, long total, long recent, int failedShards) {

    static final String RECENT = "recent";

    public Newest {
        lines = List.copyOf(lines);
    }

    static Newest of(SearchResponse<JsonNode> response, Answers answers) {
        Aggregate recent = response.aggregations().get(RECENT);
        return new Newest(
                response.hits().hits().stream().map(answers::line).toList(),
                Answers.total(response),
                recent == null ? 0 : recent.filter().docCount(),
                response.shards().failed().intValue());
    }
}
