/** Silences that recur: pushed to Alertmanager shortly before each begins, exactly once. */
@NullMarked
package dev.binnacle.portal.alert.maintenance;

import org.jspecify.annotations.NullMarked;
