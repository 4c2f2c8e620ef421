@NullMarked
package dev.binnacle.portal.alert;

import org.jspecify.annotations.NullMarked;
