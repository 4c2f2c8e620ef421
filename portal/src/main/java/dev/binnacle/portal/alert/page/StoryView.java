package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The page of one alert.
 *
 * @param path of the page
 * @param name of its rule
 * @param workload "shop/deployment/echo", where its labels name one; null where they do not
 */
record StoryView(
        String environment,
        String path,
        String name,
        Verdict verdict,
        AlertRow row,
        @Nullable String workload) {}
