package dev.binnacle.portal.log.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTimeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04T05:06:07.089Z INFO started",
                "2026-03-04T05:06:07.089000000Z stdout F started",
                "2026-03-04 05:06:07,089Z: started",
                "[2026-03-04T06:06:07.089+01:00] started",
                "2026-03-04T06:06:07.089+0100 started",
                "2026-03-04T04:06:07.089-01",
                "2026-03-04T05:06:07.089Z"
            })
    void aLineMayBeginWithItsTime(String line) {
        assertThat(LineTime.leading(line)).contains(Instant.parse("2026-03-04T05:06:07.089Z"));
    }

    @Test
    void aTimeMayBeToTheMinute() {
        assertThat(LineTime.leading("2026-03-04T05:06Z")).contains(Instant.parse("2026-03-04T05:06:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "started at 2026-03-04T05:06:07Z",
                "2026-03-04T05:06:07 of which zone?",
                "2026-03-04 05:06:07,089 INFO started",
                "2026-03-04T05:06:07Zulu",
                "2026-02-31T05:06:07Z",
                "2026-03-04T25:06:07Z",
                "2026-03-04T05:06:07+99:00",
                "2026-03-04T05:06:07.1234567890Z",
                "\tat Echo.main"
            })
    void anythingElseIsNoTime(String line) {
        assertThat(LineTime.leading(line)).isEmpty();
    }
}
