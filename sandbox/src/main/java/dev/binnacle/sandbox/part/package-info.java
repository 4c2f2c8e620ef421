/** What a part of the sandbox is, what it is given, and who starts and stops it: every other package builds on this. */
@NullMarked
package dev.binnacle.sandbox.part;

import org.jspecify.annotations.NullMarked;
