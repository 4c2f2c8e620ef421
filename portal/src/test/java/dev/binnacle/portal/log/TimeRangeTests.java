package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
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
    })
    void readsMoments(String text, Instant moment) throws InvalidTime {
        assertThat(Moment.of(text, NOW)).isEqualTo(moment);
    }

    @Test
    void aRangeEndsAfterItBegins() {
        assertThatExceptionOfType(InvalidTime.class)
                .isThrownBy(() -> TimeRange.of("now", "now-1h", NOW))
                .withMessageContaining("ends before it begins");
    }

    @Property
    void anyTextIsAMomentOrSaysWhatOneIs(@ForAll String text) {
        try {
            assertThat(Moment.of(text, NOW)).isNotNull();
        } catch (InvalidTime invalid) {
            assertThat(invalid.sentence()).contains("not a time");
        }
    }
}
