/** Accounts, roles per environment, API tokens, sign-in and the security filter chain. */
@ApplicationModule(allowedDependencies = {"problem", "audit"})
@NullMarked
package dev.binnacle.portal.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
