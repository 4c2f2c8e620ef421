package dev.binnacle.portal.log;

import static dev.binnacle.portal.log.LogReader.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

@PageTest
@Import(LogEnvironments.class)
class TailTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Asked ASKED =
            Asked.usually().with(Asked.QUERY, "many").withColumn("stream").with(Asked.ZONE, "Europe/Berlin");

    private final Instant begun = Instant.now().minus(Duration.ofMinutes(10));
    private final Tailing tailing = new Tailing(TestIndex.storeAt(ELASTICSEARCH), Clock.systemUTC());
    private final LogReader reader;

    TailTests(Visitors visitors) {
        this.reader = new LogReader(visitors);
    }

    @Test
    void whatCameWhileItWasPausedIsSentTogether() {
        Environment environment = filled(900);
        assertThat(after(environment, begun, false).rows()).hasSize(Tailing.MOST);

        TailPiece piece = after(environment, begun, true);
        assertThat(piece.rows()).hasSize(900);
        assertThat(piece.total()).isEqualTo(900);
        assertThat(piece.missed()).isNull();
    }

    @Test
    void whatIsTooMuchIsALinkToTheLinesBetween() {
        Environment environment = filled(1_500);
        Instant had = begun.plusMillis(99);

        TailPiece piece = after(environment, had, true);
        assertThat(piece.rows()).hasSize(Tailing.MOST_MISSED);
        assertThat(piece.rows().getFirst().start() + text(piece.rows().getFirst()))
                .isEqualTo("many 500");
        assertThat(piece.missed())
                .contains("/environments/europe/logs?query=many", "column=stream", "zone=Europe%2FBerlin")
                .contains("from=" + had.toString().replace(":", "%3A"))
                .contains("to=" + begun.plusMillis(501).toString().replace(":", "%3A"))
                .doesNotContain("sort=");
    }

    @Test
    void nothingIsMissedWhereTheNewestLinesReachBackToThoseThatThereAre() {
        Environment environment = filled(1_500);
        assertThat(after(environment, begun.plusMillis(500), true).missed()).isNull();
        assertThat(after(environment, begun.plusMillis(499), true).missed()).isNotNull();
    }

    @Test
    void aClockThatIsAheadMakesNoOtherLineLate() {
        Instant ahead = Instant.now().plus(Duration.ofMinutes(2));
        TestIndex index = TestIndex.mapped(ELASTICSEARCH)
                .line(ahead, "shop", "echo-0", "many ahead")
                .written();
        TailPiece first = after(index.environment(), begun, false);
        assertThat(Instant.parse(first.newest())).isBefore(ahead);

        index.line(Instant.now(), "shop", "echo-1", "many in time").written();
        assertThat(after(index.environment(), Instant.parse(first.newest()), false)
                        .rows())
                .hasSize(2);
    }

    /** A line a second for five minutes, and then three, of which one is new, one late and one too late to count. */
    @Test
    void itCountsNoLongerTheLongerItIsOpenAndLosesNoLine() {
        Instant now = Instant.now();
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        for (int second = 1; second <= 300; second++) {
            index.line(now.minusSeconds(second), "shop", "echo-0", "many " + second);
        }
        Environment environment = index.written().environment();
        TailPiece first = after(environment, begun, false);
        assertThat(first.total()).isEqualTo(first.counted()).isEqualTo(300);

        TailPiece second = next(environment, first);
        assertThat(second.total()).isEqualTo(300);
        assertThat(Instant.parse(second.since())).isEqualTo(now.minusSeconds(61));
        assertThat(second.counted()).isEqualTo(61);

        index.line(now, "shop", "echo-0", "many new")
                .line(now.minusSeconds(30), "shop", "echo-0", "many late")
                .line(now.minusSeconds(200), "shop", "echo-0", "many too late")
                .written();
        TailPiece third = next(environment, second);
        assertThat(third.total()).isEqualTo(61 + 2);
        assertThat(third.rows()).as("the new one, and those of ten seconds").hasSize(1 + 11);
    }

    @Test
    void aPageAsksForBoth() {
        Instant since = Instant.now().minus(Duration.ofHours(1));
        String lines = "/environments/log-all/logs/tail/lines?since=" + since + "&newest=" + Instant.now();
        assertThat(reader.page(lines)).doesNotContain("many 0<", "data-missed");
        assertThat(reader.page(lines + "&behind=true")).contains("data-total=\"253\"", "vault opened");
        assertThat(reader.page("log-all", "/tail"))
                .contains("data-most=\"300\" data-most-missed=\"1000\"", "at most 300 each 0.7 s, 1,000 after a pause");
    }

    @Test
    void itsHeadAndItsCellsAreThoseThatWereAskedFor() {
        String asked = "?query=many&column=stream&column=level&zone=Asia/Kathmandu&density=compact";
        String page = reader.page("log-all", "/tail" + asked);
        assertThat(page)
                .contains("Time, Kathmandu", "Remove column stream", "data-density=\"compact\"")
                .contains("id=\"cell-menu\"", "id=\"cell-only\"")
                .doesNotContain(">Level</th>", "Time, UTC");
        assertThat(link(page, "data-search=\"([^\"]*)\""))
                .isEqualTo(
                        "/environments/log-all/logs/tail?query=many&zone=Asia%2FKathmandu&column=stream&column=level&density=compact");
        assertThat(link(page, "href=\"([^\"]*)\" aria-label=\"Remove column level\""))
                .isEqualTo(
                        "/environments/log-all/logs/tail?query=many&zone=Asia%2FKathmandu&column=stream&density=compact");
        Instant since = Instant.now().minus(Duration.ofHours(1));
        String lines = link(page, "data-lines=\"([^\"]*)\"") + "&since=" + since + "&newest=" + since;
        String row = link(reader.page(lines), "(?s)(<tr.*?</tr>)");
        assertThat(row).contains("data-field=\"stream\" data-value=\"stdout\"");
        assertThat(row.split("<td", -1))
                .hasSameSizeAs(page.replaceAll("(?s).*<thead>|</thead>.*", "").split("<th ", -1));
    }

    /** Its state is read out when it changes; its numbers change too often. */
    @Test
    void itsNumbersStandBesideItsState() {
        assertThat(reader.page("log-all", "/tail"))
                .contains("id=\"tail-says\" role=\"status\"")
                .contains("<p class=\"verdict-because\" id=\"tail-numbers\" data-testid=\"tail__numbers\"></p>");
    }

    @Test
    void withoutColumnsItHasTheUsualOnes() {
        assertThat(reader.page("log-all", "/tail")).contains("Time, UTC", ">Level</th>", ">Pod</th>");
    }

    /** A number cannot be searched by a wildcard, so that index fails. */
    @Test
    void aPartOfTheIndexThatDoesNotAnswerIsSaid() {
        TestIndex numbers = TestIndex.mapped(ELASTICSEARCH)
                .line(begun, "shop", "echo-0", "one", Map.of("status", 500))
                .written();
        TestIndex words = TestIndex.guessed(ELASTICSEARCH)
                .line(begun, "shop", "echo-0", "two", Map.of("status", "late"))
                .written();
        Environment both = TestIndex.environmentOf("tails", numbers.name() + "," + words.name());

        TailPiece piece = tailing.after(both, Asked.usually().with(Asked.QUERY, "status: lat*"), begun, begun, false);

        assertThat(piece.rows()).hasSize(1);
        assertThat(piece.since()).isEqualTo(begun.toString());
        assertThat(piece.partial()).isEqualTo("One part of the index did not answer, so lines may be missing.");
        assertThat(after(words.environment(), begun, false).partial()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void aMomentThatNoLineCanBeOfIsATroubleThatIsSaid(Instant moment) {
        Environment environment = filled(1);

        assertThat(after(environment, moment, false).trouble())
                .isEqualTo("No line can be of " + moment
                        + ", which is out of the years 1970 to 2261, in which lines can be dated.");
        assertThat(tailing.after(environment, ASKED, moment, begun, false).trouble())
                .isNotNull();
    }

    private static String text(LineRow row) {
        return row.matches().stream().map(match -> match.text() + match.after()).reduce("", String::concat);
    }

    private TailPiece after(Environment environment, Instant newest, boolean behind) {
        return tailing.after(environment, ASKED, begun, newest, behind);
    }

    /** What is asked for after such an answer. */
    private TailPiece next(Environment environment, TailPiece last) {
        return tailing.after(environment, ASKED, Instant.parse(last.since()), Instant.parse(last.newest()), false);
    }

    /** With a line for each millisecond since the tail began. */
    private Environment filled(int lines) {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        for (int i = 0; i < lines; i++) {
            index.line(begun.plusMillis(i), "shop", "echo-0", "many " + i);
        }
        return index.written().environment();
    }
}
