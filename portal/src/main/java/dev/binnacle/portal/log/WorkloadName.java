package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Pods;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The workload that a link names, as {@code deployment/shop/echo}. */
final class WorkloadName {

    private static final List<String> KINDS = List.of("deployment", "statefulset", "daemonset");

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,253}");

    private WorkloadName() {}

    /** @return nothing where the text names none */
    static Optional<Pods.Of> read(String text) {
        String[] parts = text.split("/", -1);
        boolean sound = parts.length == 3
                && KINDS.contains(parts[0])
                && NAMESPACE.matcher(parts[1]).matches()
                && NAME.matcher(parts[2]).matches();
        return sound ? Optional.of(new Pods.Of(parts[1], parts[0], parts[2])) : Optional.empty();
    }

    static String write(Pods.Of pods) {
        return pods.kind() + "/" + pods.namespace() + "/" + pods.name();
    }
}
