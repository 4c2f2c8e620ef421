@NullMarked
package dev.binnacle.portal.log.archive;

import org.jspecify.annotations.NullMarked;
