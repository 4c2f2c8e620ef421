package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Applied;

/** What one look at the cluster says of a rollout. */
sealed interface Look {
    /** @param figure the pods counted, in words */
    record Moving(Applied applied, String figure) implements Look {}

    record Complete(Applied applied, String figure) implements Look {}

    /** Something is wrong that may still pass. */
    record Ailing(Applied applied, String figure, Symptom symptom) implements Look {}

    /** It cannot succeed any more. */
    record Over(Symptom symptom) implements Look {}
}
