package dev.binnacle.portal.delivery.operation;

import java.util.UUID;

/** The identity of an operation. A form carries it, so that the same form sent twice is one operation. */
public record OperationId(UUID value) {
    public static OperationId next() {
        return new OperationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
