/** Layout, navigation, error pages, live updates, and the vocabulary that every page shares. */
@ApplicationModule(allowedDependencies = {"problem", "access", "audit"})
@NullMarked
package dev.binnacle.portal.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
