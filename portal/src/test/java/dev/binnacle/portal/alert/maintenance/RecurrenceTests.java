package dev.binnacle.portal.alert.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES =
            List.of(BERLIN, ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"));
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void aTimeThatClocksSkipIsTakenLater() {
        assertThat(starts("30 2 * * *", "2027-03-27T12:00:00Z", 2))
                .containsExactly("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z");
    }

    @Test
    void aTimeThatClocksShowTwiceIsTakenOnce() {
        assertThat(starts("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void whatIsMovedOntoAnotherTimeHappensOnce() {
        assertThat(starts("0,30 2,3 * * *", "2027-03-28T00:30:00Z", 3))
                .containsExactly("2027-03-28T01:00:00Z", "2027-03-28T01:30:00Z", "2027-03-29T00:00:00Z");
    }

    @Test
    void aNightIsAsLongAsItIsSaidToBe() {
        Recurrence night = new Recurrence("0 22 * * *", BERLIN, Duration.ofHours(8));
        assertThat(night.occurrences(Instant.parse("2027-03-27T20:00:00Z"), 1))
                .containsExactly(
                        new Occurrence(Instant.parse("2027-03-27T21:00:00Z"), Instant.parse("2027-03-28T05:00:00Z")));
    }

    @Test
    void whatHasBegunIsAmongThem() {
        Recurrence saturday = new Recurrence("0 22 * * SAT", BERLIN, Duration.ofHours(2));
        assertThat(saturday.occurrences(Instant.parse("2026-12-05T22:30:00Z"), 1))
                .extracting(Occurrence::startsAt)
                .containsExactly(Instant.parse("2026-12-05T21:00:00Z"));
        assertThat(saturday.occurrences(Instant.parse("2026-12-05T23:00:00Z"), 1))
                .extracting(Occurrence::startsAt)
                .containsExactly(Instant.parse("2026-12-12T21:00:00Z"));
    }

    @Property(tries = 300)
    void theyAreInOrderAndTheSameFromWhereverOneLooks(
            @ForAll @IntRange(max = 59) int minute,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 3) int zone,
            @ForAll @LongRange(min = 1_767_225_600, max = 1_830_297_600) long after,
            @ForAll @IntRange(min = 1, max = 40_000) int back) {
        Recurrence daily = new Recurrence(minute + " " + hour + " * * *", ZONES.get(zone), Duration.ofMinutes(45));
        Instant from = Instant.ofEpochSecond(after);
        List<Occurrence> seen = daily.occurrences(from, 5);
        assertThat(seen).hasSize(5).allMatch(each -> each.endsAt().isAfter(from));
        for (int i = 1; i < 5; i++) {
            assertThat(Duration.between(seen.get(i - 1).startsAt(), seen.get(i).startsAt()))
                    .isBetween(Duration.ofHours(23), Duration.ofHours(25));
        }
        assertThat(daily.occurrences(from.minusSeconds(back), 8)).containsAll(seen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    60 22 * * *    | UTC           | PT1H  | cron
                    0 22 * *       | UTC           | PT1H  | cron
                    0 0 22 * * *   | UTC           | PT1H  | cron
                    ''             | UTC           | PT1H  | cron
                    0 22 30 2 *    | UTC           | PT1H  | cron
                    @sometimes     | UTC           | PT1H  | cron
                    0 22 * * *     | Europe/Atlantis | PT1H | zone
                    0 22 * * *     | ''            | PT1H  | zone
                    0 22 * * *     | UTC           | soon  | length
                    0 22 * * *     | UTC           | PT1M  | length
                    0 22 * * *     | UTC           | P400D | length
                    0 22 * * *     | UTC           | PT25H | length
                    * * * * *      | UTC           | PT5M  | length
                    """)
    void whatIsWrongIsSaidOfItsField(String cron, String zone, String length, String field) {
        InvalidRecurrence invalid =
                catchThrowableOfType(InvalidRecurrence.class, () -> Recurrence.parse(cron, zone, length, NOW));
        assertThat(invalid).isNotNull();
        assertThat(invalid.field()).isEqualTo(field);
        assertThat(invalid).hasMessageEndingWith(".");
    }

    @Test
    void whatIsRightIsTaken() throws InvalidRecurrence {
        assertThat(Recurrence.parse(" 0  22 * * sat ", "Europe/Berlin", "PT2H", NOW))
                .isEqualTo(new Recurrence("0 22 * * sat", BERLIN, Duration.ofHours(2)));
        assertThat(Recurrence.parse("@monthly", "UTC", "PT24H", NOW).occurrences(NOW, 1))
                .extracting(Occurrence::startsAt)
                .containsExactly(Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static List<String> starts(String cron, String after, int count) {
        return new Recurrence(cron, BERLIN, Duration.ofMinutes(10))
                .occurrences(Instant.parse(after), count).stream()
                        .map(each -> each.startsAt().toString())
                        .toList();
    }
}
