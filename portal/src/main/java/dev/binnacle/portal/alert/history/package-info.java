/** What fired when, kept in PostgreSQL: from readings of all Alertmanagers, and from what these notify of. */
@NullMarked
package dev.binnacle.portal.alert.history;

import org.jspecify.annotations.NullMarked;
