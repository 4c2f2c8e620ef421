/** The packaged portal in a real browser, on the sandbox: what a user does from signing in to silencing an alert. */
@NullMarked
package dev.binnacle.acceptance;

import org.jspecify.annotations.NullMarked;
