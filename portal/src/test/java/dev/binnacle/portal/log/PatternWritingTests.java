package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.pattern.Patterns;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.portal.web.Status;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternWritingTests {

    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");

    private final PatternWriting writing =
            new PatternWriting(TestIndex.environmentOf("europe", "logs"), Asked.usually(), "now-1h");

    @Test
    void nothingIsCalledNewWhereAllLinesWereLookedAt() throws InvalidTime {
        PatternsView view = compared(grouped(false, 0, "GET /"), grouped(false, 0, "GET /"));

        assertThat(view.verdict().status()).isEqualTo(Status.OK);
        assertThat(view.verdict().says()).isEqualTo("Nothing is new: each pattern was there before, too.");
        assertThat(view.sample()).isEqualTo("Of all 1 lines. Compared with all 1 lines from the time as long before.");
    }

    @Test
    void aSampleProvesNothing() throws InvalidTime {
        for (PatternReading.Grouped part :
                new PatternReading.Grouped[] {grouped(true, 0, "GET /"), grouped(false, 2, "GET /")}) {
            PatternsView view = compared(part, grouped(false, 0, "GET /"));

            assertThat(view.verdict().status()).isEqualTo(Status.UNKNOWN);
            assertThat(view.verdict().says()).isEqualTo("Nothing is new among the lines looked at; rarer ones may be.");
        }
        assertThat(compared(grouped(false, 0, "GET /", "out of memory"), grouped(true, 0, "GET /"))
                        .verdict()
                        .says())
                .isEqualTo("One pattern was not seen before.");
    }

    @Test
    void whereNothingWasWrittenBeforeNothingIsCalledNew() throws InvalidTime {
        PatternsView view = compared(grouped(false, 0, "GET /"), grouped(false, 0));

        assertThat(view.verdict().status()).isEqualTo(Status.UNKNOWN);
        assertThat(view.verdict().says())
                .isEqualTo("What is new cannot be told: no line matches in the time as long before.");
        assertThat(view.rows()).singleElement().matches(row -> !row.fresh());
    }

    @Test
    void whatDidNotAnswerIsTold() throws InvalidTime {
        assertThat(compared(grouped(true, 1, "GET /"), grouped(false, 2, "GET /"))
                        .sample())
                .isEqualTo("Of 1 lines drawn by chance. Compared with all 1 lines from the time as long before."
                        + " 3 parts of the index did not answer, so lines may be missing.");
    }

    @Test
    void thatNotAllAreListedIsTold() throws InvalidTime {
        assertThat(compared(grouped(false, 0, words(101)), grouped(false, 0, "GET /")))
                .satisfies(view -> assertThat(view.rows()).hasSize(100))
                .satisfies(view -> assertThat(view.sample()).endsWith(" The first 100 are listed."));
        assertThat(compared(grouped(false, 0, words(100)), grouped(false, 0, "GET /"))
                        .sample())
                .doesNotContain("listed");
    }

    /** Of one word each, so that none is like another. */
    private static String[] words(int most) {
        return IntStream.range(0, most)
                .mapToObj(i -> "word" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                .toArray(String[]::new);
    }

    private PatternsView compared(PatternReading.Grouped found, PatternReading.Grouped before) throws InvalidTime {
        return writing.written(TimeRange.of(Asked.usually(), TEN), found, before);
    }

    private static PatternReading.Grouped grouped(boolean cut, int failedShards, String... lines) {
        Patterns patterns = new Patterns();
        for (String line : lines) {
            patterns.add(line, line, false);
        }
        return new PatternReading.Grouped(patterns, "log", cut, failedShards, null);
    }
}
