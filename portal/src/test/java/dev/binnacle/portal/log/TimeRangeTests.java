package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTests {

    private static final Instant NOW = Instant.parse("2026-11-17T03:12:41Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-17T03:12:41Z",
        "now-15m, 2026-11-17T02:57:41Z",
        "now-1d, 2026-11-16T03:12:41Z",
        "now+1h, 2026-11-17T04:12:41Z",
        "2026-11-17, 2026-11-17T00:00:00Z",
        "2026-11-17 02:00, 2026-11-17T02:00:00Z",
        "2026-11-17T02:00:00.5Z, 2026-11-17T02:00:00.500Z",
        "2026-11-17T02:00+01:00, 2026-11-17T01:00:00Z",
        "now/d, 2026-11-17T00:00:00Z",
        "now-1M/M, 2026-10-01T00:00:00Z",
        "now/w, 2026-11-16T00:00:00Z",
        "now-1y+2d/H, 2025-11-19T03:00:00Z",
        "2026-03-31||-1M, 2026-02-28T00:00:00Z",
    })
    void readsMoments(String text, Instant moment) throws InvalidTime {
        assertThat(Moment.of(text, NOW, ZoneOffset.UTC, Moment.End.FIRST)).isEqualTo(moment);
    }

    /** The day in Berlin that the clocks are put back on is 25 hours long. */
    @Test
    void daysAreThoseOfTheReadersZoneAndEndWithTheirLastMoment() throws InvalidTime {
        Instant evening = Instant.parse("2026-10-25T19:00:00Z");
        TimeRange today =
                TimeRange.of(Asked.usually().during("now/d", "now/d").with(Asked.ZONE, "Europe/Berlin"), evening);
        assertThat(today.start()).isEqualTo("2026-10-24T22:00:00Z");
        assertThat(today.end()).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(RangeWords.label(today)).isEqualTo("Today");
        TimeRange typed = TimeRange.of(
                Asked.usually().during("2026-10-25 08:00", "2026-10-25 09:00").with(Asked.ZONE, "Europe/Berlin"),
                evening);
        assertThat(typed.start()).isEqualTo("2026-10-25T07:00:00Z");
        assertThat(RangeWords.within(typed)).isEqualTo("from 25 Oct 2026 08:00:00 to 09:00:00 Berlin");
    }

    @ParameterizedTest
    @CsvSource({
        "now, now-1h, UTC, ends before it begins",
        "now-999999y, now, UTC, reaches out of the years 1970 to 2261",
        "now-1h, now, Mars/Olympus, is not a time zone",
        "now-1h/, now, UTC, is not a time",
        "now*2, now, UTC, is not a time",
        "now-999999y-999999y-999999y-999999y-999999y/y, now, UTC, reaches out",
    })
    void aRangeThatIsNoneSaysWhy(String from, String to, String zone, String why) {
        assertThatExceptionOfType(InvalidTime.class)
                .isThrownBy(() -> TimeRange.of(Asked.usually().during(from, to).with(Asked.ZONE, zone), NOW))
                .withMessageContaining(why);
    }

    @Test
    void theTimesBesideARangeAreAsLongAsItIs() throws InvalidTime {
        Asked hour = Asked.usually();
        TimeRange range = TimeRange.of(hour, NOW);
        assertThat(RangeWords.beside(hour, range, -1).from()).isEqualTo("2026-11-17T01:12:41Z");
        assertThat(RangeWords.beside(hour, range, -1).to()).isEqualTo("2026-11-17T02:12:41Z");
        assertThat(RangeWords.beside(hour, range, 1).to()).isEqualTo("2026-11-17T04:12:41Z");
    }

    @Test
    void theTimeBeforeReachesNoFurtherThanLinesCanBeDated() throws InvalidTime {
        TimeRange range = TimeRange.of(Asked.usually(), NOW).from(Instant.parse("1971-01-01T00:00:00Z"));
        assertThat(range.before().start()).isEqualTo(Instant.EPOCH);
        assertThat(range.before().end()).isEqualTo(range.start());
    }

    @Property
    void anyTextIsAMomentOrSaysWhatOneIs(@ForAll String text) {
        try {
            assertThat(Moment.of(text, NOW, ZoneOffset.UTC, Moment.End.LAST)).isNotNull();
        } catch (InvalidTime invalid) {
            assertThat(invalid.sentence()).contains("not a time");
        }
    }
}
