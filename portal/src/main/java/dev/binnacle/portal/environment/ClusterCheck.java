package dev.binnacle.portal.environment;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/** Tries a cluster connection before it is saved. The room {@code cluster} answers, since only it holds API clients. */
public interface ClusterCheck {

    /**
     * Asks the API server for its version and, by SelfSubjectAccessReview, for each permission that Binnacle needs.
     * Changes nothing; ends within 10 seconds.
     *
     * @param cluster the API server and its credential, saved or just typed
     * @param namespaces those in scope; empty means all of them
     * @throws dev.binnacle.portal.problem.Unavailable where the server does not answer or its certificate is not trusted
     * @throws dev.binnacle.portal.problem.Forbidden where it refuses the credential as such
     */
    Report check(Connection cluster, SortedSet<String> namespaces);

    /**
     * What the API server said.
     *
     * @param version as in "1.37.2"
     * @param latency of the request for the version
     */
    record Report(String version, Duration latency, List<Permission> permissions) {

        public Report {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * One permission.
     *
     * @param words verb, resource and namespace: "watch pods in every namespace"
     * @param feature what does not work without it: "Workloads and scheduling"
     */
    record Permission(String words, String feature, boolean allowed) {}
}
