@NullMarked
package dev.binnacle.portal.overview;

import org.jspecify.annotations.NullMarked;
