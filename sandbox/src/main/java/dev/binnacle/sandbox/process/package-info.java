/** Child processes that never outlive the sandbox, whichever way it ends. */
@NullMarked
package dev.binnacle.sandbox.process;

import org.jspecify.annotations.NullMarked;
