package dev.binnacle.portal.delivery.plan;

import dev.binnacle.portal.delivery.operation.DiffLine;
import dev.binnacle.portal.delivery.operation.DiffLine.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What differs between an object as it is and as it would be. Left out is what the cluster keeps about the object
 * itself; hidden are the values of environment variables and secrets.
 */
public final class Difference {
    private static final Set<String> KEPT_BY_THE_CLUSTER = Set.of(
            "status",
            "metadata.managedFields",
            "metadata.resourceVersion",
            "metadata.generation",
            "metadata.uid",
            "metadata.creationTimestamp",
            "metadata.annotations." + Patch.OPERATION,
            "metadata.annotations.deployment.kubernetes.io/revision",
            "metadata.annotations.deprecated.daemonset.template.generation",
            "metadata.annotations.kubectl.kubernetes.io/last-applied-configuration",
            "spec.template.metadata.creationTimestamp");
    private static final Pattern SECRET =
            Pattern.compile("(^|\\.)env\\[[^]]*]\\.value$|^(data|stringData|binaryData)\\.");
    private static final String HIDDEN = "(hidden)";

    private final String object;
    private final List<DiffLine> lines = new ArrayList<>();
    private String place = "";

    private Difference(String object) {
        this.object = object;
    }

    /** @param before missing where the object does not exist yet */
    public static List<DiffLine> between(JsonNode before, JsonNode after) {
        JsonNode named = after.isMissingNode() ? before : after;
        var difference = new Difference(named.path("kind").asString("").toLowerCase(java.util.Locale.ROOT)
                + "/"
                + named.at("/metadata/name").asString(""));
        difference.compare("", "", before, after);
        return List.copyOf(difference.lines);
    }

    private void compare(String parent, String name, JsonNode before, JsonNode after) {
        String path = parent.isEmpty() ? name : name.startsWith("[") ? parent + name : parent + "." + name;
        if (before.equals(after) || KEPT_BY_THE_CLUSTER.contains(path)) {
            return;
        }
        if (before.isObject() || after.isObject()) {
            for (String field : fields(before, after)) {
                compare(path, field, before.path(field), after.path(field));
            }
        } else if (before.isArray() || after.isArray()) {
            List<String> items = items(before, after);
            for (int i = 0; i < items.size(); i++) {
                String item = items.get(i);
                compare(path, "[" + item + "]", item(before, item), item(after, item));
            }
        } else {
            leaf(parent, name, SECRET.matcher(path).find(), before, after);
        }
    }

    private void leaf(String parent, String name, boolean secret, JsonNode before, JsonNode after) {
        if (!parent.equals(place) || lines.isEmpty()) {
            place = parent;
            lines.add(new DiffLine(Sort.PLACE, object + "  " + parent));
        }
        if (!before.isMissingNode()) {
            lines.add(new DiffLine(Sort.REMOVED, name + ": " + (secret ? HIDDEN : before.asString())));
        }
        if (!after.isMissingNode()) {
            lines.add(new DiffLine(Sort.ADDED, name + ": " + (secret ? HIDDEN : after.asString())));
        }
    }

    private static Set<String> fields(JsonNode before, JsonNode after) {
        var fields = new TreeSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        return fields;
    }

    /** Lists of named things are compared by name, as the API server merges them; others by place. */
    private static List<String> items(JsonNode before, JsonNode after) {
        var items = new java.util.LinkedHashSet<String>();
        for (JsonNode list : List.of(before, after)) {
            for (int i = 0; i < list.size(); i++) {
                items.add(list.get(i).path("name").asString(String.valueOf(i)));
            }
        }
        return List.copyOf(items);
    }

    private static JsonNode item(JsonNode list, String item) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("name").asString(String.valueOf(i)).equals(item)) {
                return list.get(i);
            }
        }
        return MissingNode.getInstance();
    }
}
