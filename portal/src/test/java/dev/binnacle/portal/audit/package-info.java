@NullMarked
package dev.binnacle.portal.audit;

import org.jspecify.annotations.NullMarked;
