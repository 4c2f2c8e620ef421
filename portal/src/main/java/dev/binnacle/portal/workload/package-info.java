/** Reading workloads, revisions and events; the verdict on each. */
@ApplicationModule(allowedDependencies = {"cluster", "environment", "access", "problem", "web"})
@NullMarked
package dev.binnacle.portal.workload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
