package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines drawn by chance from more than are drawn, of which the last half differs from the first. */
class SampleTests {

    private static final int HALF = 15_000;
    private static final Instant START = Instant.parse("2026-11-17T10:00:00Z");
    private static final TestIndex INDEX =
            TestIndex.mapped(Sandbox.shared().elasticsearch().url());
    private static final LogSurvey SURVEY =
            TestIndex.surveyAt(Sandbox.shared().elasticsearch().url());
    private static final Search SEARCH =
            new Search(new Clause.Everything(), null, START, START.plus(Duration.ofHours(1)), true);

    @BeforeAll
    static void write() {
        for (int i = 0; i < 2 * HALF; i++) {
            boolean late = i >= HALF;
            INDEX.line(
                    START.plusMillis(i),
                    "shop",
                    "echo-0",
                    late ? "refused" : "answered",
                    Map.of("level", late ? "error" : "info"));
            if (i % 5_000 == 4_999) {
                INDEX.written();
            }
        }
    }

    @Test
    void valuesAreCountedInLinesOfTheWholeTime() {
        FieldValues values = found(SURVEY.values(INDEX.environment(), SEARCH, "level"));

        assertThat(values.sampled()).isBetween(ValueCounting.SAMPLE - 1_000L, ValueCounting.SAMPLE + 1_000L);
        assertThat(values.having()).isEqualTo(values.sampled());
        assertThat(values.values()).extracting(FieldValues.Value::text).containsExactlyInAnyOrder("info", "error");
        assertThat(values.values())
                .allSatisfy(value -> assertThat(value.lines()).isBetween(4_000L, 6_000L));
    }

    @Test
    void twoReadersSeeTheSameShares() {
        assertThat(SURVEY.values(INDEX.environment(), SEARCH, "level"))
                .isEqualTo(SURVEY.values(INDEX.environment(), SEARCH, "level"));
    }

    @Test
    void drawnLinesAreOfTheWholeTimeAndTheSameOnesEachTime() {
        List<String> drawn = drawn();

        assertThat(drawn).hasSize(Sample.LINES).doesNotHaveDuplicates();
        assertThat(drawn.stream().filter(id -> id.endsWith("refused"))).hasSizeBetween(4_000, 6_000);
        assertThat(drawn()).isEqualTo(drawn);
    }

    private static List<String> drawn() {
        return found(SURVEY.drawn(INDEX.environment(), SEARCH)).lines().stream()
                .map(line -> line.id() + " " + line.text())
                .toList();
    }

    private static <T> T found(SearchOutcome<T> outcome) {
        return ((SearchOutcome.Found<T>) outcome).found();
    }
}
