package dev.binnacle.portal.log.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads the lifecycles of indices. Read as JSON, since fields that a later version adds or leaves out must not hide the
 * rest. Where the cluster has no such lifecycles, or does not let the account see them, there are none.
 *
 * @see <a href="https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-ilm-explain-lifecycle">Explain the
 *     lifecycle state</a>
 */
final class Lifecycles {

    /** The conditions of a rollover, each in words around its value. */
    private static final Map<String, String> CONDITIONS = Map.of(
            "max_age", "after %s",
            "max_size", "at %s",
            "max_primary_shard_size", "at %s a shard",
            "max_docs", "at %s lines",
            "max_primary_shard_docs", "at %s lines a shard");

    private Lifecycles() {}

    /** @return those that are known, by the index's name */
    static Map<String, Lifecycle> of(Elasticsearch elasticsearch) throws IOException {
        Map<String, Lifecycle> lifecycles = new HashMap<>();
        JsonNode streams = elasticsearch.told("/_lifecycle/explain").path("indices");
        streams.propertyStream()
                .filter(index -> index.getValue().path("managed_by_lifecycle").asBoolean(false))
                .forEach(index -> lifecycles.put(index.getKey(), ofStream(index.getValue())));
        Map<String, JsonNode> policies = new HashMap<>();
        JsonNode managed = elasticsearch.told("/_ilm/explain").path("indices");
        for (Map.Entry<String, JsonNode> index : managed.properties()) {
            if (index.getValue().path("managed").asBoolean(false)) {
                String policy = text(index.getValue(), "policy");
                JsonNode described = policies.get(policy);
                if (described == null) {
                    described = elasticsearch.policy(policy).path(policy);
                    policies.put(policy, described);
                }
                lifecycles.put(index.getKey(), managed(policy, described, index.getValue()));
            }
        }
        return lifecycles;
    }

    private static Lifecycle managed(String policy, JsonNode described, JsonNode index) {
        JsonNode phases = described.path("policy").path("phases");
        return new Lifecycle(
                policy,
                text(index, "phase"),
                text(index, "age"),
                conditions(phases.path("hot").path("actions").path("rollover")),
                text(phases.path("delete"), "min_age"),
                text(index, "step").equals("ERROR") ? problem(index) : "");
    }

    private static Lifecycle ofStream(JsonNode index) {
        JsonNode lifecycle = index.path("lifecycle");
        String kept = text(lifecycle, "effective_retention");
        return new Lifecycle(
                "",
                "",
                text(index, "time_since_index_creation"),
                conditions(
                        lifecycle.path("rollover").isMissingNode()
                                ? index.path("rollover")
                                : lifecycle.path("rollover")),
                kept.isEmpty() ? text(lifecycle, "data_retention") : kept,
                text(index, "error"));
    }

    private static String problem(JsonNode index) {
        String reason = text(index.path("step_info"), "reason");
        return "stuck at " + text(index, "failed_step") + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static List<String> conditions(JsonNode rollover) {
        return CONDITIONS.entrySet().stream()
                .filter(condition -> rollover.hasNonNull(condition.getKey()))
                .map(condition -> condition.getValue().formatted(text(rollover, condition.getKey())))
                .sorted()
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
