/** Verdicts on horizontal pod autoscalers. */
@ApplicationModule(
        allowedDependencies = {
            "cluster",
            "environment",
            "workload",
            "scheduling",
            "metric",
            "access",
            "audit",
            "problem",
            "web"
        })
@NullMarked
package dev.binnacle.portal.autoscaling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
