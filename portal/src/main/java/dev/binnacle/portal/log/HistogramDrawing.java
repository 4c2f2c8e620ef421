package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Bucket;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.Split;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the histogram of a search. */
final class HistogramDrawing {

    /** How many values are told apart. */
    static final int PARTS = 5;

    private static final Histogram.Series OTHER = new Histogram.Series("other lines", "bar-line");
    private static final int LONGEST_NAME = 60;
    private static final int TICKS = 8;
    private static final double GAP = 0.8;
    private static final List<Duration> STEPS = Stream.concat(
                    Stream.of(1, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200)
                            .map(Duration::ofSeconds),
                    Stream.of(1, 2, 7, 30, 90, 365, 3_650).map(Duration::ofDays))
            .toList();

    private final TimeRange range;
    private final Duration interval;
    private final List<Bucket> buckets;
    private final long most;
    private final long tallest;
    private final @Nullable Split split;
    private final List<Histogram.Series> series;
    private final DateTimeFormatter labels;

    /** @param split how lines are told apart; null where errors are told from others */
    HistogramDrawing(TimeRange range, Lines lines, @Nullable Split split) {
        this.range = range;
        this.split = split;
        this.series = series(split);
        this.interval = lines.interval();
        this.labels = labels();
        this.buckets = lines.buckets();
        this.most = buckets.stream().mapToLong(Bucket::lines).max().orElse(1);
        this.tallest = Math.max(
                most,
                buckets.stream().mapToLong(HistogramDrawing::ofParts).max().orElse(1));
    }

    Histogram draw(String environment, Asked asked, FoundMarks found) {
        String always = asked.during("", "").link(environment);
        return new Histogram(
                "Lines a " + (interval.equals(Duration.ofMinutes(1)) ? "minute" : "bar of " + length(interval)),
                says(),
                series,
                split == null ? null : asked.with(Asked.BY, "").link(environment),
                buckets.stream().map(bucket -> bar(always, bucket)).toList(),
                ticks(),
                rules(),
                found.marks().stream()
                        .map(mark -> pin(environment, asked, mark))
                        .toList(),
                found.says(),
                found.unread(),
                range.start(),
                range.end());
    }

    private String says() {
        long errors = buckets.stream().mapToLong(Bucket::errors).sum();
        Bucket fullest = buckets.stream()
                .filter(bucket -> bucket.lines() == most)
                .findFirst()
                .orElseThrow();
        return "At most %,d, at %s. %s%s"
                .formatted(
                        most,
                        label(fullest.from()),
                        errors == 0 ? "No error among them." : "%,d errors altogether.".formatted(errors),
                        buckets.stream().anyMatch(bucket -> ofParts(bucket) > bucket.lines())
                                ? " A line may have several values."
                                : "");
    }

    /** @param always the link to the same search at any time */
    private Histogram.Bar bar(String always, Bucket bucket) {
        Instant end = new Step(interval, range.zone()).after(bucket.from());
        Instant from = later(bucket.from(), range.start());
        Instant to = earlier(end, range.end());
        double left = Math.max(0, share(bucket.from()));
        double width = Math.min(1, share(end)) - left;
        return new Histogram.Bar(
                percent(left),
                percent(width * GAP),
                parts(bucket),
                label(bucket.from()),
                bucket.lines(),
                "%s to %s: %,d lines, %,d of them errors"
                        .formatted(label(bucket.from()), label(end), bucket.lines(), bucket.errors()),
                from,
                to,
                Links.with(always, List.of(Asked.FROM, from.toString(), Asked.TO, to.toString())));
    }

    private static List<Histogram.Series> series(@Nullable Split split) {
        if (split == null) {
            return List.of(new Histogram.Series("reports an error", "bar-error"), OTHER);
        }
        List<Histogram.Series> series = new ArrayList<>();
        for (String value : split.values()) {
            series.add(new Histogram.Series(
                    Excerpt.of(value, List.of(), LONGEST_NAME).text(), "bar-" + series.size()));
        }
        series.add(OTHER);
        return series;
    }

    private List<Histogram.Part> parts(Bucket bucket) {
        List<Long> counts = new ArrayList<>(split == null ? List.of(bucket.errors()) : bucket.parts());
        counts.add(Math.max(
                0, bucket.lines() - counts.stream().mapToLong(Long::longValue).sum()));
        List<Histogram.Part> parts = new ArrayList<>();
        double top = Histogram.FLOOR;
        for (Histogram.Series one : series) {
            long lines = counts.get(parts.size());
            top -= height(lines);
            parts.add(new Histogram.Part(one.css(), lines, pixels(top), pixels(height(lines))));
        }
        return parts;
    }

    /** A line with several values counts in the part of each, so that these may be more than the lines. */
    private static long ofParts(Bucket bucket) {
        return bucket.parts().stream().mapToLong(Long::longValue).sum();
    }

    private Histogram.Pin pin(String environment, Asked asked, Marks.Mark mark) {
        return new Histogram.Pin(
                percent(share(mark.at())),
                mark.status().token(),
                mark.icon(),
                label(mark.at()),
                mark.label(),
                mark.link(),
                Links.with(
                        Links.path("environments", environment, "logs", "patterns"),
                        Stream.concat(
                                        asked.parameters().stream(),
                                        Stream.of("since", mark.at().toString()))
                                .toList()));
    }

    private List<Histogram.Tick> ticks() {
        Duration length = STEPS.stream()
                .filter(width -> range.length().dividedBy(width) <= TICKS)
                .findFirst()
                .orElse(range.length());
        Step step = new Step(length, range.zone());
        List<Histogram.Tick> ticks = new ArrayList<>();
        for (Instant at = step.first(range.start()); at.isBefore(range.end()); at = step.after(at)) {
            double x = share(at);
            if (x < 0.97) {
                ticks.add(new Histogram.Tick(
                        percent(x), label(at), (x < 0.03 ? "" : "middle") + (ticks.size() % 2 == 0 ? "" : " sparse")));
            }
        }
        return ticks;
    }

    private List<Histogram.Rule> rules() {
        long step = (long) Math.pow(10, Math.floor(Math.log10((double) Math.max(1, tallest))));
        long shown = tallest / step >= 5 ? step * 2 : tallest / step >= 2 ? step : Math.max(1, step / 2);
        List<Histogram.Rule> rules = new ArrayList<>();
        for (long lines = shown; lines <= tallest; lines += shown) {
            double y = Histogram.FLOOR - height(lines) + 0.5;
            rules.add(new Histogram.Rule(pixels(y), pixels(y - 4), "%,d".formatted(lines)));
        }
        return rules;
    }

    private String label(Instant at) {
        return labels.format(at);
    }

    private DateTimeFormatter labels() {
        String pattern = interval.compareTo(Duration.ofDays(1)) >= 0
                ? "d MMM uuuu"
                : range.length().compareTo(Duration.ofDays(1)) > 0
                        ? "d MMM HH:mm"
                        : interval.compareTo(Duration.ofMinutes(1)) < 0 ? "HH:mm:ss" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(range.zone());
    }

    private double share(Instant at) {
        return (double) Duration.between(range.start(), at).toMillis()
                / Math.max(1, range.length().toMillis());
    }

    private double height(long lines) {
        return lines == 0 ? 0 : Math.max(1, (double) lines * Histogram.TALLEST / tallest);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String length(Duration interval) {
        if (interval.compareTo(Duration.ofMinutes(1)) < 0) {
            return interval.toSeconds() + " s";
        }
        if (interval.compareTo(Duration.ofHours(1)) < 0) {
            return interval.toMinutes() + " min";
        }
        return interval.compareTo(Duration.ofDays(1)) < 0 ? interval.toHours() + " h" : interval.toDays() + " d";
    }

    private static String percent(double share) {
        return Math.round(share * 10_000) / 100.0 + "%";
    }

    private static String pixels(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
