/** The rules that alerts come from, as Prometheus evaluates them. */
@NullMarked
package dev.binnacle.portal.alert.rule;

import org.jspecify.annotations.NullMarked;
