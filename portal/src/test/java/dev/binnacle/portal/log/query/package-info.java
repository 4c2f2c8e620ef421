@NullMarked
package dev.binnacle.portal.log.query;

import org.jspecify.annotations.NullMarked;
