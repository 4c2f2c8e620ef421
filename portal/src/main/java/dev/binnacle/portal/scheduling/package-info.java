/** Spread, priority, disruption and pending pods: pure algorithms on the cluster model. */
@ApplicationModule(allowedDependencies = {"cluster", "environment", "workload", "problem", "web"})
@NullMarked
package dev.binnacle.portal.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
