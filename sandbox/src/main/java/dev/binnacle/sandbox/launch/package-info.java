/** What {@code make run} and the test run start: checks, the portal as a process, progress in words, orders from tests. */
@NullMarked
package dev.binnacle.sandbox.launch;

import org.jspecify.annotations.NullMarked;
