package dev.binnacle.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Links from what any room shows to its log lines, in the parameters of the log page: a workload, filters in Kibana's
 * query language, and a time. The fields are those of <a
 * href="https://docs.fluentbit.io/manual/data-pipeline/filters/kubernetes">Fluent Bit</a>.
 */
@Component("logLinks")
public final class LogLinks {

    /** @param kind in lower case: "deployment", "statefulset" or "daemonset" */
    public static Lines ofWorkload(String environment, String kind, String namespace, String name) {
        return new Lines(environment, List.of("workload", kind + "/" + namespace + "/" + name));
    }

    public static Lines ofPod(String environment, String namespace, String name) {
        return new Lines(
                environment,
                List.of(
                        "filter",
                        equal("kubernetes.namespace_name", namespace),
                        "filter",
                        equal("kubernetes.pod_name", name)));
    }

    /** The lines of all pods on a node. */
    public static Lines onNode(String environment, String node) {
        return new Lines(environment, List.of("filter", equal("kubernetes.host", node)));
    }

    private static String equal(String field, String value) {
        return field + ": \"" + value.replaceAll("[\\\\\"]", "\\\\$0") + "\"";
    }

    /**
     * Whose lines; its methods say of when, and are the links.
     *
     * @param parameters names and values in turn
     */
    public record Lines(String environment, List<String> parameters) {

        private static final Duration BEFORE = Duration.ofMinutes(15);
        private static final Duration AFTER = Duration.ofHours(1);

        public Lines {
            parameters = List.copyOf(parameters);
        }

        /** @return the link to those of the last 24 hours */
        public String lately() {
            return link("now-24h", null);
        }

        /** @return the link to those from a quarter of an hour before something happened to an hour after it */
        public String around(Instant at) {
            return during(at.minus(BEFORE), at.plus(AFTER));
        }

        /** @param to null for until now, whenever the link is followed */
        public String during(Instant from, @Nullable Instant to) {
            return link(from.toString(), to);
        }

        private String link(String from, @Nullable Instant to) {
            List<String> all = new ArrayList<>(parameters);
            all.addAll(List.of("from", from));
            if (to != null) {
                all.addAll(List.of("to", to.toString()));
            }
            StringBuilder link = new StringBuilder("/environments/")
                    .append(encoded(environment))
                    .append("/logs");
            for (int i = 0; i < all.size(); i += 2) {
                link.append(i == 0 ? '?' : '&').append(all.get(i)).append('=').append(encoded(all.get(i + 1)));
            }
            return link.toString();
        }

        private static String encoded(String text) {
            return UriUtils.encode(text, StandardCharsets.UTF_8);
        }
    }
}
