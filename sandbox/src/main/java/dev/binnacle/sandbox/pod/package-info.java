/**
 * Pods of the bundled images as real processes: what a kubelet does for a pod, on this machine and without a container
 * engine.
 */
@NullMarked
package dev.binnacle.sandbox.pod;

import org.jspecify.annotations.NullMarked;
