package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The page of one alert.
 *
 * @param graph the address of what its rule saw
 * @param name of its rule
 * @param row of it; what it offers to do is for one that still fires
 * @param then what became of it; null while it fires
 * @param workload "shop/deployment/echo", where its labels name one; null where they do not
 */
record StoryView(
        String environment,
        String graph,
        String name,
        Verdict verdict,
        AlertRow row,
        @Nullable PastRow then,
        @Nullable String workload) {}
