package dev.binnacle.portal.environment;

import dev.binnacle.portal.web.Status;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one system said to a connection test.
 *
 * @param answer in words, for whoever tests
 * @param version empty where it is not known
 * @param latency of the first request; null where nothing came back
 */
record TestedSystem(
        String system,
        URI url,
        Status status,
        String answer,
        String version,
        @Nullable Duration latency) {

    static TestedSystem failed(ConnectedSystem system, URI url, String answer) {
        return new TestedSystem(system.words(), url, Status.CRITICAL, answer, "", null);
    }

    /** Returns the latency in words, as in "18 ms". */
    public String latencyWords() {
        return latency == null ? "none" : latency.toMillis() + " ms";
    }
}
