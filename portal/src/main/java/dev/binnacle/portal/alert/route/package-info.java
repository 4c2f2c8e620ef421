/** Alertmanager's routing tree: which receivers are told of an alert. */
@NullMarked
package dev.binnacle.portal.alert.route;

import org.jspecify.annotations.NullMarked;
