package dev.binnacle.portal.alert.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.alert.board.Silence;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.alert.silence.SilenceRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceDraftTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Comments ANY = new Comments("");

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "2026-03-02T06:00, UTC,              2026-03-02T06:00:00Z",
        "2026-03-02T06:00, Europe/Berlin,    2026-03-02T05:00:00Z",
        "2026-03-02T06:00, -05:00,           2026-03-02T11:00:00Z",
        "2026-03-29T02:30, Europe/Berlin,    2026-03-29T01:30:00Z",
        "2026-10-25T02:30, Europe/Berlin,    2026-10-25T00:30:00Z",
        "2026-03-02T06:00, Pacific/Auckland, 2026-03-01T17:00:00Z"
    })
    void anEndIsMeantInTheZoneOfTheForm(String until, String zone, Instant end) {
        assertThat(draft(until, zone, "PT2H", "why", ANY).request("alice"))
                .map(SilenceRequest::endsAt)
                .contains(end);
    }

    @Test
    void aLengthIsTheSameInEveryZone() {
        assertThat(draft("", "Asia/Kathmandu", "PT30M", "why", ANY).end())
                .contains(Instant.parse("2026-03-01T12:30:00Z"));
    }

    @ParameterizedTest(name = "{0} in {1}, {2}")
    @CsvSource({
        "2026-03-02T06:00, Mars/Olympus,  PT2H,              is not a time zone",
        "2026-03-01T12:30, Europe/Berlin, PT2H,              must lie ahead",
        "2026-03-01T12:00, UTC,           PT2H,              must lie ahead",
        "tomorrow,         UTC,           PT2H,              must lie ahead",
        "'',               UTC,           -PT2H,             must lie ahead",
        "'',               UTC,           PT999999999999H,   at most a year",
        "'',               UTC,           PT999999999999999999H, must lie ahead",
        "2027-06-01T00:00, UTC,           PT2H,              at most a year"
    })
    void anEndThatCannotBeSaysSo(String until, String zone, String length, String says) {
        SilenceDraft draft = draft(until, zone, length, "why", ANY);
        assertThat(draft.request("alice")).isEmpty();
        assertThat(draft.faults()).containsOnlyKeys("until");
        assertThat(draft.faults().get("until")).contains(says);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z", "2026-03-29T01:00:00Z"})
    void aFormThatChangesASilenceMeansTheEndThatItHasAlsoWhenClocksAreSet(Instant end) {
        Silence silence = new Silence("id", "am", Matchers.of(Map.of("a", "b")), NOW, end, "alice", "why", false);
        SilenceForm form = SilenceForm.changing(silence, ZoneId.of("Europe/Berlin"));
        assertThat(new SilenceDraft(form, NOW, ANY).end()).contains(end);
    }

    @Test
    void aTicketMustBeNamedWhereOneIsWanted() {
        Comments tickets = new Comments("\\b[A-Z]{2,8}-\\d+\\b");
        SilenceDraft without = draft("", "UTC", "PT2H", "a new disk", tickets);
        assertThat(without.request("alice")).isEmpty();
        assertThat(without.faults().get("comment")).contains("Name a ticket", "[A-Z]{2,8}-\\d+");
        assertThat(draft("", "UTC", "PT2H", "OPS-12: a new disk", tickets).request("alice"))
                .isPresent();
        assertThat(tickets.label()).isEqualTo("Comment with a ticket, required");
    }

    private static SilenceDraft draft(String until, String zone, String length, String comment, Comments comments) {
        return new SilenceDraft(
                new SilenceForm("a=\"b\"", length, until, zone, comment, null, null, null), NOW, comments);
    }
}
