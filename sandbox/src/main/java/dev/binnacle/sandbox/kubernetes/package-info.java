/** A real control plane on loopback, its certificates, and the nodes that kwok pretends. */
@NullMarked
package dev.binnacle.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;
