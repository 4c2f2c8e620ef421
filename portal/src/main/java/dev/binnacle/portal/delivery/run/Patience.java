package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Outcome;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long operations wait for what.
 *
 * @param undo from a confirmation to the write; nothing is changed before
 * @param verify how long a complete rollout must stay complete
 * @param failing how long a crash loop, a failing image pull or a refusal of pods must last to count as a failure
 * @param noRoom the same for pods that no node has room for, which a new node may still take
 * @param stalled a rollout without any progress is given up, where the cluster has no deadline of its own
 * @param unreachable the same for a cluster that does not answer
 */
@ConfigurationProperties("binnacle.delivery")
public record Patience(
        @DefaultValue("5s") Duration undo,
        @DefaultValue("10s") Duration verify,
        @DefaultValue("15s") Duration failing,
        @DefaultValue("90s") Duration noRoom,
        @DefaultValue("11m") Duration stalled,
        @DefaultValue("30m") Duration unreachable) {

    Duration with(Outcome.Cause cause) {
        return switch (cause) {
            case CRASH, IMAGE_PULL, REFUSED -> failing;
            case NO_ROOM -> noRoom;
            case UNREACHABLE -> unreachable;
            case DEADLINE_EXCEEDED, SUPERSEDED, DELETED -> Duration.ZERO;
        };
    }
}
