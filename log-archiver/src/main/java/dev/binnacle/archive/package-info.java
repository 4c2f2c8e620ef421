/** Takes rotated log files to S3-compatible storage, each exactly once, and removes them here afterwards. */
@NullMarked
package dev.binnacle.archive;

import org.jspecify.annotations.NullMarked;
