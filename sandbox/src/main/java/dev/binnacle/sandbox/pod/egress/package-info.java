/** The way into the cluster's network: the API server asks here for connections to pods, nodes and services. */
@NullMarked
package dev.binnacle.sandbox.pod.egress;

import org.jspecify.annotations.NullMarked;
