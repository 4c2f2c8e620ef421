/** Tests of the cluster model, on a real API server with faults in front of it. */
@NullMarked
package dev.binnacle.portal.cluster;

import org.jspecify.annotations.NullMarked;
