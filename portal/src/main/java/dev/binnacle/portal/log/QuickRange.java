package dev.binnacle.portal.log;

import java.util.Arrays;
import java.util.Optional;

/** Ranges that end now and are one click away. */
enum QuickRange {
    MINUTES_15("now-15m", "Last 15 minutes"),
    HOUR("now-1h", "Last hour"),
    HOURS_6("now-6h", "Last 6 hours"),
    DAY("now-24h", "Last 24 hours"),
    WEEK("now-7d", "Last 7 days"),
    DAYS_30("now-30d", "Last 30 days");

    private final String from;
    private final String label;

    QuickRange(String from, String label) {
        this.from = from;
        this.label = label;
    }

    public String from() {
        return from;
    }

    public String label() {
        return label;
    }

    static Optional<QuickRange> of(TimeRange range) {
        return Arrays.stream(values())
                .filter(quick -> quick.from.equals(range.from()) && TimeRange.NOW.equals(range.to()))
                .findFirst();
    }
}
