/** Tests of the package of the same name. */
@NullMarked
package dev.binnacle.portal.delivery.plan;

import org.jspecify.annotations.NullMarked;
