/** Environment records, their encrypted credentials and the checks of their connections. */
@ApplicationModule(allowedDependencies = {"problem", "audit", "access", "web"})
@NullMarked
package dev.binnacle.portal.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
