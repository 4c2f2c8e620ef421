/** The pages of operations. */
@NullMarked
package dev.binnacle.portal.delivery.page;

import org.jspecify.annotations.NullMarked;
