/** Tests of verdicts, and of the pages of workloads and pods. */
@NullMarked
package dev.binnacle.portal.workload;

import org.jspecify.annotations.NullMarked;
