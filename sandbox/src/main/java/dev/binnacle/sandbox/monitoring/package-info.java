/** Prometheus and Alertmanager, and the facts about the cluster's objects on which alerting rules stand. */
@NullMarked
package dev.binnacle.sandbox.monitoring;

import org.jspecify.annotations.NullMarked;
