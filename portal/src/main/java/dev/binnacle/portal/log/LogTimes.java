package dev.binnacle.portal.log;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time range of a page, with the links to others.
 *
 * @param label "Last hour"
 * @param zone what a column of times says of its zone
 * @param earlier the same search in the time before; null where the range cannot be read
 * @param later the same search in the time after
 * @param ranges quick ranges
 * @param pauses how often the page may ask again by itself
 */
public record LogTimes(
        String label,
        String zone,
        @Nullable String earlier,
        @Nullable String later,
        List<Choice> ranges,
        List<Choice> pauses) {

    public record Choice(String label, String link, boolean current) {}

    /** @param range null where it cannot be read */
    static LogTimes of(String environment, Asked asked, @Nullable TimeRange range) {
        return new LogTimes(
                range == null ? RangeWords.asWritten(asked) : RangeWords.label(range),
                range == null ? "UTC" : RangeWords.zone(range),
                range == null ? null : RangeWords.beside(asked, range, -1).link(environment),
                range == null ? null : RangeWords.beside(asked, range, 1).link(environment),
                Arrays.stream(QuickRange.values())
                        .map(quick -> new Choice(
                                quick.label(),
                                asked.during(quick.from(), quick.to()).link(environment),
                                asked.from().equals(quick.from()) && asked.to().equals(quick.to())))
                        .toList(),
                Stream.concat(Stream.of(""), Asked.PAUSES.stream())
                        .map(pause -> new Choice(
                                pause.isEmpty() ? "Never" : "Every " + spelled(pause),
                                asked.with(Asked.REFRESH, pause).link(environment),
                                asked.refresh().equals(pause)))
                        .toList());
    }

    private static String spelled(String pause) {
        return pause.replace("s", " s").replace("m", " min");
    }
}
