/** Tests of the package of the same name. */
@NullMarked
package dev.binnacle.portal.delivery.operation;

import org.jspecify.annotations.NullMarked;
