@NullMarked
package dev.binnacle.portal.access;

import org.jspecify.annotations.NullMarked;
