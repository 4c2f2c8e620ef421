/** What a kubelet serves for the pods of its node: logs and resource use. What is not ours goes on to kwok. */
@NullMarked
package dev.binnacle.sandbox.pod.kubelet;

import org.jspecify.annotations.NullMarked;
