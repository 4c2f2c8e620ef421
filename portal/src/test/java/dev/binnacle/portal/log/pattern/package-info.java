@NullMarked
package dev.binnacle.portal.log.pattern;

import org.jspecify.annotations.NullMarked;
