@NullMarked
package dev.binnacle.portal.metric;

import org.jspecify.annotations.NullMarked;
