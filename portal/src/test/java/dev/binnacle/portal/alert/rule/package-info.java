@NullMarked
package dev.binnacle.portal.alert.rule;

import org.jspecify.annotations.NullMarked;
