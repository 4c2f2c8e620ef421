/** Alerts, silences and their groups, over the Alertmanagers of an environment. */
@ApplicationModule(allowedDependencies = {"environment", "metric", "access", "audit", "problem", "web"})
@NullMarked
package dev.binnacle.portal.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
