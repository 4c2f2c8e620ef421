package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.web.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one alert.
 *
 * @param graph the address of what its rule saw
 * @param name of its rule
 * @param row of it; what it offers to do is for one that still fires
 * @param labels of it, each with its links; the first ones of very many
 * @param moreLabels how many there are besides
 * @param then what became of it; null while it fires
 * @param workload "shop/deployment/echo", where its labels name one; null where they do not
 */
record StoryView(
        String environment,
        String graph,
        String name,
        Verdict verdict,
        AlertRow row,
        List<LabelLink> labels,
        int moreLabels,
        @Nullable PastRow then,
        @Nullable String workload) {}
