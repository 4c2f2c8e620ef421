package dev.binnacle.portal.delivery.run;

import dev.binnacle.portal.delivery.operation.Outcome;

/**
 * A sign that a rollout is failing.
 *
 * @param says what is wrong, with names and numbers
 * @param because the cluster's own words for it; may be empty
 * @param pod whose log may tell more; empty where none does
 * @param container of that pod
 */
record Symptom(Outcome.Cause cause, String says, String because, String pod, String container) {
    Symptom(Outcome.Cause cause, String says, String because) {
        this(cause, says, because, "", "");
    }
}
