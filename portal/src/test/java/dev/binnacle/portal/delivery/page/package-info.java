/** Tests of the package of the same name. */
@NullMarked
package dev.binnacle.portal.delivery.page;

import org.jspecify.annotations.NullMarked;
