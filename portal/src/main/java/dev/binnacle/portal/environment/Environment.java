package dev.binnacle.portal.environment;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A cluster connection with its monitoring and logging, as a team knows it. Holds no credential: rooms that call the
 * systems get those from {@link Connections}.
 *
 * @param name a DNS label, unique, fixed at creation: it stands in every link
 * @param namespaces those in scope; empty means all of them
 * @param clusterUrl the API server's address, for pages
 * @param alertmanagers none, one, or the members of a cluster
 * @param logIndex the index, alias, data stream or pattern that holds the log lines
 * @param archive the folder of a bucket of S3-compatible storage that holds rotated log files, as in
 *     {@code https://s3.example.net/bucket/folder}; null where there is none
 * @param sandbox whether it is the embedded platform; its pages say so
 * @param version counts the edits, for optimistic locking
 */
public record Environment(
        EnvironmentId id,
        String name,
        Tier tier,
        String owner,
        String description,
        SortedSet<String> namespaces,
        URI clusterUrl,
        @Nullable URI prometheus,
        List<URI> alertmanagers,
        @Nullable URI elasticsearch,
        String logIndex,
        @Nullable URI archive,
        List<Link> links,
        boolean sandbox,
        long version) {

    public Environment {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        alertmanagers = List.copyOf(alertmanagers);
        links = List.copyOf(links);
    }

    /** @return whether objects of the namespace belong to this environment */
    public boolean covers(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }

    /** A link that the owner wants beside the environment: a runbook, a dashboard. */
    public record Link(String label, URI url) {

        /**
         * Reads a label, a space and an address; the label may hold spaces itself, and is the address where there is none.
         *
         * @throws IllegalArgumentException where the address is malformed
         */
        static Link parse(String line) {
            int space = line.lastIndexOf(' ');
            return new Link(space < 0 ? line : line.substring(0, space).strip(), URI.create(line.substring(space + 1)));
        }

        @Override
        public String toString() {
            return label + " " + url;
        }
    }
}
