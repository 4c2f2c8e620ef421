/** What containers write: files in the container runtime's format, and reading them as {@code kubectl logs} asks. */
@NullMarked
package dev.binnacle.sandbox.pod.log;

import org.jspecify.annotations.NullMarked;
