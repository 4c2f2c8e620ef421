package dev.binnacle.portal.log.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.json.JsonData;
import tools.jackson.databind.JsonNode;

/** Why Elasticsearch refuses something, in its own words. */
final class Reasons {

    private static final int MAX_REASON = 500;

    private Reasons() {}

    static ErrorCause root(ElasticsearchException refusal) {
        ErrorCause error = refusal.error();
        return error.rootCause().isEmpty() ? error : error.rootCause().getFirst();
    }

    static String of(ElasticsearchException refusal) {
        String reason = String.valueOf(root(refusal).reason());
        String first = first(refusal);
        return shortened(first.isEmpty() || reason.contains(first) ? reason : reason + ": " + first);
    }

    /** @return what began it, on one line; it may hold a part of a document, of whatever characters */
    static String of(ErrorCause refusal) {
        ErrorCause first = refusal;
        while (first.causedBy() != null) {
            first = first.causedBy();
        }
        String reason = first.reason() == null ? String.valueOf(first.type()) : first.reason();
        return shortened(reason).replaceAll("\\p{C}+", " ");
    }

    private static String shortened(String reason) {
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…";
    }

    /** @return what began it, as the first shard that failed says; empty where none does */
    private static String first(ElasticsearchException refusal) {
        JsonData shards = refusal.error().metadata().get("failed_shards");
        if (shards == null) {
            return "";
        }
        JsonNode cause = shards.to(JsonNode.class).path(0).path("reason");
        while (cause.has("caused_by")) {
            cause = cause.path("caused_by");
        }
        return cause.path("reason").asString("");
    }
}
