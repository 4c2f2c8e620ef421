/** What the platform is made of, each file held to what its own tool says of it. */
@NullMarked
package dev.binnacle.deploy;

import org.jspecify.annotations.NullMarked;
