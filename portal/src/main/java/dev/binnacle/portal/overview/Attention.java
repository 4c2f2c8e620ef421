package dev.binnacle.portal.overview;

import dev.binnacle.portal.alert.Alert;
import dev.binnacle.portal.cluster.WorkloadKey;
import dev.binnacle.portal.web.ReadableText;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Something that needs a person now.
 *
 * @param subject what it is about, linked to {@code path}
 * @param says what is the matter
 * @param because why; empty where nothing more is known
 * @param attended whether somebody looks after it
 * @param since null where it is not known
 */
record Attention(
        Status status,
        String environment,
        String subject,
        String path,
        String says,
        String because,
        boolean attended,
        @Nullable Instant since) {

    static Attention of(String environment, Workloads.Judged judged) {
        WorkloadKey key = judged.workload().key();
        return new Attention(
                judged.verdict().state().status(),
                environment + ", " + key.namespace(),
                key.name(),
                path(environment, "workloads", key.namespace(), key.kind().token(), key.name()),
                judged.verdict().predicate(),
                judged.verdict().because(),
                false,
                null);
    }

    /** @param assignee who looks after it; empty where nobody does */
    static Attention of(String environment, Alert alert, String assignee) {
        Map<String, String> annotations = alert.annotations();
        String summary = annotations.getOrDefault("summary", annotations.getOrDefault("description", "fires"));
        return new Attention(
                alert.severity().status(),
                environment + ", alert",
                ReadableText.of(alert.name()),
                path(environment, "alerts", alert.fingerprint()),
                ReadableText.of(summary.length() <= 300 ? summary : summary.substring(0, 299) + "…"),
                assignee.isEmpty() ? "" : ReadableText.of(assignee) + " looks after it.",
                !assignee.isEmpty(),
                alert.startsAt());
    }

    private static String path(String environment, String... segments) {
        return UriComponentsBuilder.fromPath("/environments")
                .pathSegment(environment)
                .pathSegment(segments)
                .encode()
                .toUriString();
    }
}
