@NullMarked
package dev.binnacle.portal.probe;

import org.jspecify.annotations.NullMarked;
