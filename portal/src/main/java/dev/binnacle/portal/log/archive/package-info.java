/** Rotated log files in S3-compatible storage, and how their lines come back into search. */
@NullMarked
package dev.binnacle.portal.log.archive;

import org.jspecify.annotations.NullMarked;
