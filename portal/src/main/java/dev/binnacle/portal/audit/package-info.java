/** The append-only record of who did what. */
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package dev.binnacle.portal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
