/** Changes to workloads that others made and told Binnacle of. */
@NullMarked
package dev.binnacle.portal.delivery.observed;

import org.jspecify.annotations.NullMarked;
