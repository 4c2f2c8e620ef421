package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.web.Status;
import java.time.Instant;

/** Something that an operation did or saw. */
public record Step(Instant at, Status status, String says) {}
