/** What lines look like when their numbers and names are left out: pure, and bounded in time and memory. */
@NullMarked
package dev.binnacle.portal.log.pattern;

import org.jspecify.annotations.NullMarked;
