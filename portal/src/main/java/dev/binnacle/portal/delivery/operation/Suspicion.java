package dev.binnacle.portal.delivery.operation;

import java.time.Instant;

/** Something is wrong with the rollout, but may still pass: it counts as failed once it has lasted. */
public record Suspicion(Outcome.Cause cause, Instant since) {}
