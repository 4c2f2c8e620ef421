package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import dev.binnacle.portal.log.search.RestoredLines.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Writes lines into an index, and judges what Elasticsearch answers for each. */
final class LineWriting {

    private static final int UNFIT = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_BUSY = 429;

    private final Elasticsearch elasticsearch;
    private final String index;

    LineWriting(Elasticsearch elasticsearch, String index) {
        this.elasticsearch = elasticsearch;
        this.index = index;
    }

    /** One whose fields the index does not take is written without them. */
    Written write(List<Document> lines) throws IOException {
        List<Document> unfit = written(lines, Document::whole).refused();
        return unfit.isEmpty() ? Written.NOTHING : written(unfit, Document::plain);
    }

    private Written written(List<Document> lines, Function<Document, JsonNode> part) throws IOException {
        List<BulkResponseItem> items = elasticsearch
                .bulk(lines.stream()
                        .map(line -> create(line.name(), part.apply(line)))
                        .toList())
                .items();
        List<Document> refused = new ArrayList<>();
        String refusal = "";
        for (int i = 0; i < items.size(); i++) {
            BulkResponseItem item = items.get(i);
            ErrorCause error = item.error();
            if (error != null && item.status() != CONFLICT) {
                failWhereItIsNotTheLine(item.status(), error);
                refusal = refused.isEmpty() ? Reasons.of(error) : refusal;
                refused.add(lines.get(i));
            }
        }
        return new Written(refused, refusal);
    }

    /** Only what does not fit is the line's own fault: all else, as an index that takes nothing, passes or is told. */
    private static void failWhereItIsNotTheLine(int status, ErrorCause error) throws Busy {
        if (status == TOO_BUSY || status >= 500) {
            throw new Busy();
        }
        if (status != UNFIT) {
            throw new ElasticsearchException(
                    "es/bulk", ErrorResponse.of(answer -> answer.status(status).error(error)));
        }
    }

    private BulkOperation create(String name, JsonNode document) {
        return BulkOperation.of(operation ->
                operation.create(create -> create.index(index).id(name).document(document)));
    }

    /** Some lines were not taken, and may be in a moment. */
    static final class Busy extends IOException {}
}
