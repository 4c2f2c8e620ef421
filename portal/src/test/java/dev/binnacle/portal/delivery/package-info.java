/** What the tests of operations share. */
@NullMarked
package dev.binnacle.portal.delivery;

import org.jspecify.annotations.NullMarked;
