/** The pages of administrators: accounts, API tokens and the audit trail. */
@ApplicationModule(allowedDependencies = {"access", "audit", "problem", "web"})
@NullMarked
package dev.binnacle.portal.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
