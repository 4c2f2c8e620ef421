/**
 * The platform's Go programs: built once from pinned modules into the user's cache. Their versions stand in the {@code
 * go.mod} files under {@code sandbox/go}, and only there.
 */
@NullMarked
package dev.binnacle.sandbox.program;

import org.jspecify.annotations.NullMarked;
