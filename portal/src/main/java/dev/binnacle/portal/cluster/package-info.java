/** API clients, informers and the compact in-memory model of each cluster, with its stream of changes. */
@ApplicationModule(allowedDependencies = {"environment", "problem", "web"})
@NullMarked
package dev.binnacle.portal.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
