package dev.binnacle.portal.log.search;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Which pods' lines. */
public sealed interface Pods {

    String namespace();

    /** These pods and no others. */
    record Named(String namespace, List<String> names) implements Pods {
        public Named(String namespace, Collection<String> names) {
            this(namespace, List.copyOf(names));
        }
    }

    /**
     * The pods of a workload, those long gone included, known by the names that their controller gives: see <a
     * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>.
     *
     * @param kind in lower case: "deployment", "statefulset" or "daemonset"
     */
    record Of(String namespace, String kind, String name) implements Pods {

        /** What Kubernetes draws the letters of hashes and suffixes from: no vowel, nothing that looks like another. */
        private static final String RANDOM = "[bcdfghjklmnpqrstvwxz2456789]";

        /** The longest beginning that Kubernetes leaves of a generated name. */
        private static final int MAX_BEGINNING = 58;

        /** @return a regular expression of Elasticsearch over the whole name */
        String expression() {
            String literal = Pattern.compile("[^A-Za-z0-9]").matcher(name).replaceAll("\\\\$0");
            return switch (kind) {
                case "statefulset" -> literal + "-[0-9]+";
                case "daemonset" -> name.length() < MAX_BEGINNING ? literal + "-" + RANDOM + "{5}" : cut();
                default ->
                    name.length() + 12 <= MAX_BEGINNING ? literal + "-" + RANDOM + "{1,10}-" + RANDOM + "{5}" : cut();
            };
        }

        private String cut() {
            return Pattern.compile("[^A-Za-z0-9]")
                            .matcher(name.substring(0, Math.min(name.length(), MAX_BEGINNING - 12)))
                            .replaceAll("\\\\$0")
                    + ".*";
        }
    }
}
