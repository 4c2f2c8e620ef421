/** The failures that a page can show. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.binnacle.portal.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
