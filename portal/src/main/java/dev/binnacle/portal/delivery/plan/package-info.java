/** What a change would do: the patch, the API server's dry run of it, the difference, the preflight. */
@NullMarked
package dev.binnacle.portal.delivery.plan;

import org.jspecify.annotations.NullMarked;
