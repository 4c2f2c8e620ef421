/** The volumes of a pod that hold Secrets and ConfigMaps, as folders of this machine. */
@NullMarked
package dev.binnacle.sandbox.pod.volume;

import org.jspecify.annotations.NullMarked;
