/** Log search: its pages, and what other rooms may ask of the lines. */
@ApplicationModule(allowedDependencies = {"environment", "access", "audit", "problem", "web"})
@NullMarked
package dev.binnacle.portal.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
