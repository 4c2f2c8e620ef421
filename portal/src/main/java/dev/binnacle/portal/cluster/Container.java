package dev.binnacle.portal.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container of a pod.
 *
 * @param limits zero where there is no limit
 * @param lastTermination how its previous run ended; null where there was none
 */
public record Container(
        String name,
        String image,
        boolean init,
        boolean ready,
        int restarts,
        Resources requests,
        Resources limits,
        State state,
        @Nullable Terminated lastTermination) {

    /** What it does now. */
    public sealed interface State permits Waiting, Running, Terminated {}

    /** @param reason as the kubelet says it: "CrashLoopBackOff", "ImagePullBackOff"; empty before it says anything */
    public record Waiting(String reason, String message) implements State {}

    public record Running(Instant since) implements State {}

    /** @param exitCode 128 + n where signal n ended it */
    public record Terminated(
            String reason,
            String message,
            int exitCode,
            @Nullable Instant finishedAt) implements State {}
}
