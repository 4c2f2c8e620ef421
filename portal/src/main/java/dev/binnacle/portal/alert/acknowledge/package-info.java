/** Who looks after which alert. */
@NullMarked
package dev.binnacle.portal.alert.acknowledge;

import org.jspecify.annotations.NullMarked;
