/** How the portal is tested: a context on a database of its own, and the portal as an account sees it. */
@NullMarked
package dev.binnacle.portal;

import org.jspecify.annotations.NullMarked;
