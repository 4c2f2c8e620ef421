package dev.binnacle.portal.log.search;

import dev.binnacle.portal.log.query.Clause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. The namespaces of the environment are not part of it: they are added to every search, whatever
 * this says.
 *
 * @param pods only lines of these; null for those of any pod
 * @param from the first moment
 * @param to the moment after the last
 */
public record Search(Clause clause, @Nullable Pods pods, Instant from, Instant to, boolean newestFirst) {}
