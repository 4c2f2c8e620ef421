package dev.binnacle.portal.workload;

import dev.binnacle.portal.cluster.Freshness;
import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a verdict from claiming more than the model knows. */
final class Knowledge {

    private Knowledge() {}

    /** @param kinds that the verdict rests on, by their plural */
    static Verdict limit(Verdict known, Freshness freshness, String... kinds) {
        List<String> forbidden = Stream.of(kinds)
                .filter(freshness.forbidden()::containsKey)
                .map(kind -> freshness.forbidden().getOrDefault(kind, ""))
                .toList();
        if (!freshness.synced()) {
            return new Verdict(
                    Status.UNKNOWN,
                    freshness.staleSince() == null
                            ? "The cluster is being read; this page fills by itself."
                            : "The cluster could not be read yet.",
                    freshness.problem());
        }
        if (!forbidden.isEmpty()) {
            return new Verdict(
                    known.status().worse(Status.UNKNOWN),
                    known.says(),
                    "Not everything is known. " + String.join(" ", forbidden));
        }
        if (freshness.staleSince() != null) {
            return new Verdict(
                    known.status().worse(Status.UNKNOWN),
                    known.says(),
                    "This is how it was before the connection broke. " + freshness.problem() + " " + known.because());
        }
        return known;
    }
}
