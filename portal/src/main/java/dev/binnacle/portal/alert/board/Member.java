package dev.binnacle.portal.alert.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One Alertmanager of an environment.
 *
 * @param address host and port
 * @param cluster the name of the cluster that it belongs to, itself alone where it belongs to none
 * @param version empty where it does not say
 * @param heard whether it has answered at least once
 * @param failingSince since when it does not answer; null while it does
 * @param problem what it does instead; empty while it answers
 * @param condition as of its last answer
 */
public record Member(
        String address,
        String cluster,
        String version,
        boolean heard,
        @Nullable Instant failingSince,
        String problem,
        Condition condition) {

    public boolean answers() {
        return failingSince == null;
    }
}
