package dev.binnacle.portal.environment;

import static java.util.stream.Collectors.joining;

import dev.binnacle.portal.environment.Environment.Link;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An environment as it is typed in. Of each credential the form says what to do with it: {@code keep} what is stored,
 * {@code none}, or a kind whose secret stands in its field. Secrets go one way: no page is ever filled with one.
 *
 * @param namespaces separated by commas or blanks
 * @param alertmanagers an address on each line
 * @param links a label, a space and an address on each line
 */
record EnvironmentForm(
        String name,
        Tier tier,
        String owner,
        String description,
        String namespaces,
        String clusterCredential,
        String kubeconfig,
        String clusterUrl,
        String clusterToken,
        String clusterAuthority,
        String prometheus,
        HttpAccess prometheusAccess,
        String alertmanagers,
        HttpAccess alertmanagerAccess,
        String elasticsearch,
        String elasticsearchCredential,
        String elasticsearchKey,
        String elasticsearchUser,
        String elasticsearchPassword,
        String logIndex,
        String archive,
        String archiveCredential,
        String archiveKeyId,
        String archiveSecret,
        String links,
        Long version) {

    static final String KEEP = "keep";
    static final String NONE = "none";

    EnvironmentForm {
        name = stripped(name);
        tier = tier == null ? Tier.DEVELOPMENT : tier;
        owner = stripped(owner);
        description = stripped(description);
        namespaces = stripped(namespaces);
        clusterCredential = stripped(clusterCredential);
        kubeconfig = kubeconfig == null ? "" : kubeconfig;
        clusterUrl = stripped(clusterUrl);
        clusterToken = stripped(clusterToken);
        clusterAuthority = stripped(clusterAuthority);
        prometheus = stripped(prometheus);
        prometheusAccess = prometheusAccess == null ? HttpAccess.NONE : prometheusAccess;
        alertmanagers = stripped(alertmanagers);
        alertmanagerAccess = alertmanagerAccess == null ? HttpAccess.NONE : alertmanagerAccess;
        elasticsearch = stripped(elasticsearch);
        elasticsearchCredential = stripped(elasticsearchCredential);
        elasticsearchKey = stripped(elasticsearchKey);
        elasticsearchUser = stripped(elasticsearchUser);
        elasticsearchPassword = elasticsearchPassword == null ? "" : elasticsearchPassword;
        logIndex = stripped(logIndex);
        archive = stripped(archive);
        archiveCredential = stripped(archiveCredential);
        archiveKeyId = stripped(archiveKeyId);
        archiveSecret = stripped(archiveSecret);
        links = stripped(links);
        version = version == null ? 0L : version;
    }

    /** The form for a new record. */
    static EnvironmentForm empty() {
        return new EnvironmentForm(
                "",
                Tier.DEVELOPMENT,
                "",
                "",
                "",
                "kubeconfig",
                "",
                "",
                "",
                "",
                "",
                HttpAccess.NONE,
                "",
                HttpAccess.NONE,
                "",
                NONE,
                "",
                "",
                "",
                "fluent-bit",
                "",
                NONE,
                "",
                "",
                "",
                0L);
    }

    /** The form for a saved record, of whose systems some have a stored credential. */
    static EnvironmentForm of(Environment environment, Set<ConnectedSystem> stored) {
        return new EnvironmentForm(
                environment.name(),
                environment.tier(),
                environment.owner(),
                environment.description(),
                String.join(", ", environment.namespaces()),
                KEEP,
                "",
                environment.clusterUrl().toString(),
                "",
                "",
                text(environment.prometheus()),
                HttpAccess.of(stored.contains(ConnectedSystem.PROMETHEUS)),
                environment.alertmanagers().stream().map(URI::toString).collect(joining("\n")),
                HttpAccess.of(stored.contains(ConnectedSystem.ALERTMANAGER)),
                text(environment.elasticsearch()),
                stored.contains(ConnectedSystem.ELASTICSEARCH) ? KEEP : NONE,
                "",
                "",
                "",
                environment.logIndex(),
                text(environment.archive()),
                stored.contains(ConnectedSystem.ARCHIVE) ? KEEP : NONE,
                "",
                "",
                environment.links().stream().map(Link::toString).collect(joining("\n")),
                environment.version());
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String text(@Nullable URI url) {
        return url == null ? "" : url.toString();
    }

    /** Tells nothing of what was typed: forms end up in logs. */
    @Override
    public String toString() {
        return "EnvironmentForm[" + name + "]";
    }
}
