/** What an operation is, which stages it goes through, and its rows in PostgreSQL. */
@NullMarked
package dev.binnacle.portal.delivery.operation;

import org.jspecify.annotations.NullMarked;
