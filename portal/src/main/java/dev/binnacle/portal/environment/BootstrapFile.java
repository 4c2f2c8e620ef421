package dev.binnacle.portal.environment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.binnacle.portal.environment.PlatformParts.Part;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bootstrap file holds; fields that it does not have yet are empty. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BootstrapFile(
        String name,
        Tier tier,
        boolean sandbox,
        String kubeconfig,
        String prometheusUrl,
        List<String> alertmanagerUrls,
        String elasticsearchUrl,
        String elasticsearchIndex,
        String archiveUrl,
        List<Part> parts) {

    BootstrapFile {
        name = orEmpty(name);
        tier = tier == null ? Tier.DEVELOPMENT : tier;
        kubeconfig = orEmpty(kubeconfig);
        prometheusUrl = orEmpty(prometheusUrl);
        alertmanagerUrls = alertmanagerUrls == null ? List.of() : List.copyOf(alertmanagerUrls);
        elasticsearchUrl = orEmpty(elasticsearchUrl);
        elasticsearchIndex = orEmpty(elasticsearchIndex);
        archiveUrl = orEmpty(archiveUrl);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    boolean sameConnections(@Nullable BootstrapFile other) {
        return other != null && form(null).equals(other.form(null));
    }

    /** The form that would be typed in for it; what somebody edited by hand beside the connections stays. */
    EnvironmentForm form(@Nullable Environment before) {
        EnvironmentForm edited = before == null ? EnvironmentForm.empty() : EnvironmentForm.of(before, Set.of());
        return new EnvironmentForm(
                name,
                before == null ? tier : before.tier(),
                edited.owner(),
                edited.description(),
                edited.namespaces(),
                "kubeconfig",
                kubeconfig,
                "",
                "",
                "",
                prometheusUrl,
                HttpAccess.NONE,
                String.join("\n", alertmanagerUrls),
                HttpAccess.NONE,
                elasticsearchUrl,
                EnvironmentForm.NONE,
                "",
                "",
                "",
                elasticsearchIndex.isEmpty() ? edited.logIndex() : elasticsearchIndex,
                archiveUrl,
                EnvironmentForm.NONE,
                "",
                "",
                edited.links(),
                edited.version());
    }

    /** Marks the record as the embedded platform's where it is. */
    Draft marked(Draft draft) {
        Environment plain = draft.environment();
        return new Draft(
                new Environment(
                        plain.id(),
                        plain.name(),
                        plain.tier(),
                        plain.owner(),
                        plain.description(),
                        plain.namespaces(),
                        plain.clusterUrl(),
                        plain.prometheus(),
                        plain.alertmanagers(),
                        plain.elasticsearch(),
                        plain.logIndex(),
                        plain.archive(),
                        plain.links(),
                        sandbox,
                        plain.version()),
                draft.credentials());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
