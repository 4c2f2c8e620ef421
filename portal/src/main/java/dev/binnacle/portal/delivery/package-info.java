/** Operations: plan, preflight, run, verify, record. */
@ApplicationModule(
        allowedDependencies = {
            "cluster",
            "environment",
            "workload",
            "scheduling",
            "metric",
            "alert",
            "log",
            "access",
            "audit",
            "problem",
            "web"
        })
@NullMarked
package dev.binnacle.portal.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
