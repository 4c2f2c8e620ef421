package dev.binnacle.portal.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lays a pod template out as one value for each place, so that two can be compared place by place. */
final class FlatTemplate {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** What the controllers add to each revision, and what says nothing. */
    private static final Set<String> NOISE =
            Set.of("metadata.creationTimestamp", "metadata.labels[pod-template-hash]", "$patch");

    private FlatTemplate() {}

    static SortedMap<String, String> read(InputStream body, boolean replicaSet) throws IOException {
        try {
            JsonNode revision = MAPPER.readTree(body);
            JsonNode template = replicaSet
                    ? revision.path("spec").path("template")
                    : revision.path("data").path("spec").path("template");
            SortedMap<String, String> places = new TreeMap<>();
            flatten("", template, places);
            places.keySet().removeAll(NOISE);
            return places;
        } catch (JacksonException malformed) {
            throw new IOException("Not a revision", malformed);
        }
    }

    private static void flatten(String place, JsonNode node, SortedMap<String, String> places) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(below(place, entry.getKey()), entry.getValue(), places));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                JsonNode element = node.path(at);
                String name = element.path("name")
                        .stringValue(element.path("mountPath").stringValue(String.valueOf(at)));
                flatten(place + "[" + name + "]", element, places);
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            places.put(place, node.isString() ? node.stringValue() : node.toString());
        }
    }

    private static String below(String place, String name) {
        boolean free = place.endsWith("labels") || place.endsWith("annotations") || place.endsWith("nodeSelector");
        if (place.isEmpty()) {
            return name;
        }
        return free ? place + "[" + name + "]" : place + "." + name;
    }
}
