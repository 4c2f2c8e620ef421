@NullMarked
package dev.binnacle.portal.administration;

import org.jspecify.annotations.NullMarked;
