@NullMarked
package dev.binnacle.portal.alert.maintenance;

import org.jspecify.annotations.NullMarked;
