/** The pipeline probe: a request sent through the echo service, timed until its log line can be searched. */
@ApplicationModule(allowedDependencies = {"cluster", "environment", "log", "access", "audit", "problem", "web"})
@NullMarked
package dev.binnacle.portal.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
