/** Prometheus queries. */
@ApplicationModule(allowedDependencies = {"environment", "problem"})
@NullMarked
package dev.binnacle.portal.metric;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
