@NullMarked
package dev.binnacle.portal.log.search;

import org.jspecify.annotations.NullMarked;
