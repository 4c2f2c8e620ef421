/** Probes as a kubelet runs them: what is asked, how often, and when the answers count. */
@NullMarked
package dev.binnacle.sandbox.pod.probe;

import org.jspecify.annotations.NullMarked;
