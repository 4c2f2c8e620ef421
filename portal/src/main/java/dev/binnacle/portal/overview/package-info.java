/** The home page, composed from the rooms. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "environment",
            "cluster",
            "metric",
            "log",
            "alert",
            "workload",
            "scheduling",
            "delivery",
            "autoscaling",
            "problem",
            "web"
        })
@NullMarked
package dev.binnacle.portal.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
