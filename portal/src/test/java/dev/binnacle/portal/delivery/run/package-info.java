/** Tests of the package of the same name. */
@NullMarked
package dev.binnacle.portal.delivery.run;

import org.jspecify.annotations.NullMarked;
