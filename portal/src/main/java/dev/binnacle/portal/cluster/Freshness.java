package dev.binnacle.portal.cluster;

import dev.binnacle.portal.web.Status;
import dev.binnacle.portal.web.Verdict;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the model can be trusted.
 *
 * @param synced whether every kind that may be read was listed at least once
 * @param staleSince since when a watch is broken and the model may lag; null while everything is live
 * @param problem why, for a reader; empty while everything is live
 * @param forbidden kinds that the credential may not read, by their plural ("pods"), each with a sentence that names the
 *     missing permission
 * @param version of the API server, as in "1.37.2"; empty before the first answer
 */
public record Freshness(
        boolean synced, @Nullable Instant staleSince, String problem, Map<String, String> forbidden, String version) {

    public Freshness {
        forbidden = Map.copyOf(forbidden);
    }

    public boolean live() {
        return synced && staleSince == null;
    }

    /**
     * Says of a verdict on a model that is not live that it is one of the past; leaves it as it is where it is live.
     *
     * @param known what the model says
     */
    public Verdict qualified(Verdict known) {
        return live()
                ? known
                : new Verdict(
                        known.status().worse(Status.UNKNOWN),
                        known.says(),
                        "This is how it was when the cluster last answered. " + problem);
    }
}
