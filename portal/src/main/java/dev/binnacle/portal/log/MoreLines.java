package dev.binnacle.portal.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows after those that are shown.
 *
 * @param width how many columns the list has
 * @param trouble why there are none; null where there are
 * @param again the search from its beginning
 */
public record MoreLines(
        List<LineRow> rows,
        int width,
        LogView.@Nullable More more,
        @Nullable String trouble,
        String again) {}
