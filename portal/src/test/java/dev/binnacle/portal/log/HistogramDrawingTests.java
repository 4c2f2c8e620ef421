package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.search.Bucket;
import dev.binnacle.portal.log.search.Field;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.log.search.Split;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramDrawingTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Asked BERLIN = Asked.usually().with(Asked.ZONE, "Europe/Berlin");

    /** Of bars of 1 d, 12 h and 2 h, with lines near both ends: Elasticsearch counts them together. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-20, 2026-11-20, 2026-10-24T22:10:00Z, 2026-10-25T22:50:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-03-01, 2026-04-30, 2026-03-28T23:10:00Z, 2026-03-29T21:50:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-03-27, 2026-04-01, 2026-03-29T01:10:00Z, 2026-03-29T01:50:00Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "2026-10-10, 2026-11-10, 2026-10-24T22:10:00Z, 2026-10-25T10:50:00Z, 2026-10-24T22:00:00Z, 2026-10-25T11:00:00Z",
        "2026-10-23, 2026-10-28, 2026-10-25T00:10:00Z, 2026-10-25T00:50:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "2026-10-23, 2026-10-28, 2026-10-25T01:10:00Z, 2026-10-25T02:50:00Z, 2026-10-25T01:00:00Z, 2026-10-25T03:00:00Z",
    })
    void aBarEndsWithItsLastLineWhereClocksChange(
            String from, String to, Instant first, Instant last, Instant start, Instant end) throws InvalidTime {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH)
                .line(first, "shop", "echo-0", "first")
                .line(last, "shop", "echo-0", "last")
                .line(end.plusSeconds(1), "shop", "echo-0", "after")
                .written();

        Histogram.Bar bar = drawn(index, BERLIN.during(from, to)).bars().getFirst();

        assertThat(bar.lines()).isEqualTo(2);
        assertThat(bar.from()).isEqualTo(start);
        assertThat(bar.to()).isEqualTo(end);
    }

    @Test
    void ticksOfDaysStayAtMidnight() throws InvalidTime {
        TimeRange range = TimeRange.of(BERLIN.during("2026-10-22", "2026-10-28"), Instant.EPOCH);
        Lines lines = counted(Duration.ofHours(2), new Bucket(range.start(), 1, 0, List.of()));

        assertThat(new HistogramDrawing(range, lines, null)
                        .draw("europe", BERLIN, FoundMarks.NONE)
                        .ticks())
                .hasSizeGreaterThan(4)
                .allMatch(tick -> tick.label().endsWith(" 00:00"));
    }

    @Test
    void partsOfLinesWithSeveralValuesStayWithinTheDrawing() throws InvalidTime {
        TimeRange range = TimeRange.of(BERLIN.during("2026-11-17", "2026-11-18"), Instant.EPOCH);
        Lines several = counted(
                Duration.ofHours(1),
                new Bucket(range.start(), 10, 0, List.of(10L, 8L)),
                new Bucket(range.start().plusSeconds(3_600), 12, 0, List.of(3L, 2L)));

        Histogram histogram = split(range, several);

        assertThat(histogram.bars())
                .flatMap(Histogram.Bar::parts)
                .allMatch(part -> Double.parseDouble(part.y()) >= Histogram.FLOOR - Histogram.TALLEST);
        assertThat(histogram.says()).startsWith("At most 12, at 01:00.").endsWith(" A line may have several values.");
    }

    @Test
    void thatALineMayHaveSeveralValuesIsSaidOnlyWhereItShows() throws InvalidTime {
        TimeRange range = TimeRange.of(BERLIN.during("2026-11-17", "2026-11-18"), Instant.EPOCH);
        Lines single = counted(Duration.ofHours(1), new Bucket(range.start(), 10, 0, List.of(6L, 4L)));

        assertThat(split(range, single).says()).isEqualTo("At most 10, at 00:00. No error among them.");
    }

    private static Histogram split(TimeRange range, Lines lines) {
        Split split = new Split(new Field("tags", "keyword"), List.of("slow", "new"));
        return new HistogramDrawing(range, lines, split).draw("europe", BERLIN, FoundMarks.NONE);
    }

    private static Histogram drawn(TestIndex index, Asked asked) throws InvalidTime {
        TimeRange range = TimeRange.of(asked, Instant.EPOCH);
        Meaning.Clear clear = (Meaning.Clear) Meaning.of(asked);
        Lines lines = index.store().search(index.environment(), clear.during(range, asked))
                        instanceof SearchOutcome.Found(Lines found)
                ? found
                : org.junit.jupiter.api.Assertions.fail("nothing was found");
        return new HistogramDrawing(range, lines, null).draw("europe", asked, FoundMarks.NONE);
    }

    private static Lines counted(Duration interval, Bucket... buckets) {
        return new Lines(List.of(), List.of(buckets), interval, Duration.ZERO, 0, null);
    }
}
