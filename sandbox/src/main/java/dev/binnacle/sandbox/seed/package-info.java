/** What makes the sandbox look like a platform that is used: example workloads, their logs, and load on the echo service. */
@NullMarked
package dev.binnacle.sandbox.seed;

import org.jspecify.annotations.NullMarked;
