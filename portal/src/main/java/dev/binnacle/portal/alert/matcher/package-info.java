/** Alertmanager's matchers: what they mean, how they are written, and where one is wrong. */
@NullMarked
package dev.binnacle.portal.alert.matcher;

import org.jspecify.annotations.NullMarked;
