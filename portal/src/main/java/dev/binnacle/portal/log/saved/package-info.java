/** Log searches that were saved, in PostgreSQL. */
@NullMarked
package dev.binnacle.portal.log.saved;

import org.jspecify.annotations.NullMarked;
