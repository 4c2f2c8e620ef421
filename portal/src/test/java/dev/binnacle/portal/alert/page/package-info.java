@NullMarked
package dev.binnacle.portal.alert.page;

import org.jspecify.annotations.NullMarked;
