package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.alert.matcher.Matchers;
import java.time.Instant;

/**
 * A silence that mutes now or will.
 *
 * @param id as Alertmanager names it; empty for one that is not there yet
 * @param cluster the name of the cluster of Alertmanagers that has it
 * @param pending whether it begins in the future
 */
public record Silence(
        String id,
        String cluster,
        Matchers matchers,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment,
        boolean pending) {}
