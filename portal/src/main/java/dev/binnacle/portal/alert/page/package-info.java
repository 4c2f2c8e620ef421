/** The pages and fragments of alerts and silences. */
@NullMarked
package dev.binnacle.portal.alert.page;

import org.jspecify.annotations.NullMarked;
