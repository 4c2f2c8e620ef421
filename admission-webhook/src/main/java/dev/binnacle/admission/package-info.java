/** The admission webhook: refuses workloads whose containers request no CPU or no memory. */
@NullMarked
package dev.binnacle.admission;

import org.jspecify.annotations.NullMarked;
