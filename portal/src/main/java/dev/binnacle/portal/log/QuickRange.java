package dev.binnacle.portal.log;

import java.util.Arrays;
import java.util.Optional;

/** Ranges that are one click away. */
enum QuickRange {
    MINUTES_15("now-15m", TimeRange.NOW, "Last 15 minutes"),
    HOUR("now-1h", TimeRange.NOW, "Last hour"),
    HOURS_6("now-6h", TimeRange.NOW, "Last 6 hours"),
    DAY("now-24h", TimeRange.NOW, "Last 24 hours"),
    WEEK("now-7d", TimeRange.NOW, "Last 7 days"),
    DAYS_30("now-30d", TimeRange.NOW, "Last 30 days"),
    TODAY("now/d", "now/d", "Today"),
    YESTERDAY("now-1d/d", "now-1d/d", "Yesterday");

    private final String from;
    private final String to;
    private final String label;

    QuickRange(String from, String to, String label) {
        this.from = from;
        this.to = to;
        this.label = label;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    String label() {
        return label;
    }

    /** @return "in the last hour", "yesterday" */
    String within() {
        String words = label.toLowerCase(java.util.Locale.ROOT);
        return to.equals(TimeRange.NOW) ? "in the " + words : words;
    }

    static Optional<QuickRange> of(String from, String to) {
        return Arrays.stream(values())
                .filter(quick -> quick.from.equals(from) && quick.to.equals(to))
                .findFirst();
    }
}
