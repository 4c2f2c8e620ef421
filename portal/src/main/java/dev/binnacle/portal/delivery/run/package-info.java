/** Carries operations out, durably: writes once, follows the rollout, says how it ended. */
@NullMarked
package dev.binnacle.portal.delivery.run;

import org.jspecify.annotations.NullMarked;
