@NullMarked
package dev.binnacle.portal.alert.route;

import org.jspecify.annotations.NullMarked;
