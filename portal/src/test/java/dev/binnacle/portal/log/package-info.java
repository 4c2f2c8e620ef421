@NullMarked
package dev.binnacle.portal.log;

import org.jspecify.annotations.NullMarked;
