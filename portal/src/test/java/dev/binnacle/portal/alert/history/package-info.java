@NullMarked
package dev.binnacle.portal.alert.history;

import org.jspecify.annotations.NullMarked;
