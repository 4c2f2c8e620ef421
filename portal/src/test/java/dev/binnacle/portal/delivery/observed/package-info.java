@NullMarked
package dev.binnacle.portal.delivery.observed;

import org.jspecify.annotations.NullMarked;
