@NullMarked
package dev.binnacle.portal.alert.matcher;

import org.jspecify.annotations.NullMarked;
