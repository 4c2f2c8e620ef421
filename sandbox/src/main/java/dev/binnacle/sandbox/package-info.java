/** A whole platform of processes on one machine: what {@code make run} starts and what tests attach to. */
@NullMarked
package dev.binnacle.sandbox;

import org.jspecify.annotations.NullMarked;
