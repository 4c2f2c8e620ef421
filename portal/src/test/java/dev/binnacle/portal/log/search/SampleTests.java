package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Literal;
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
    private static final Questions QUESTIONS =
            TestIndex.questions(Sandbox.shared().elasticsearch().url(), Bounds.USUAL);
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
    void valuesAreCountedInASampleOfTheWholeTime() {
        FieldValues values = counted(SEARCH);

        assertThat(values.whole()).isFalse();
        assertThat(values.sampled()).isBetween(HALF - 1_000L, HALF + 1_000L);
        assertThat(values.having()).isEqualTo(values.sampled());
        assertThat(values.values()).extracting(FieldValues.Value::text).containsExactlyInAnyOrder("info", "error");
        assertThat(values.values())
                .allSatisfy(value -> assertThat(value.lines()).isBetween(HALF / 2 - 1_000L, HALF / 2 + 1_000L));
    }

    @Test
    void ofALongerTimeTheSameLinesAreDrawn() {
        Search shorter = new Search(new Clause.Everything(), null, START, START.plusSeconds(28), true);

        assertThat(answered(counted(shorter))).isEqualTo(answered(counted(SEARCH)));
    }

    /** Their lines are all in both times. */
    private static long answered(FieldValues values) {
        return values.values().stream()
                .filter(value -> value.text().equals("info"))
                .mapToLong(FieldValues.Value::lines)
                .sum();
    }

    @Test
    void fewLinesAreAllCounted() {
        FieldValues values = found(SURVEY.values(INDEX.environment(), SEARCH, "level"));

        assertThat(values.whole()).isTrue();
        assertThat(values.sampled()).isEqualTo(2 * HALF);
        assertThat(values.values())
                .allSatisfy(value -> assertThat(value.lines()).isEqualTo(HALF));
    }

    @Test
    void whatLooksAtManyWordsIsAllCounted() {
        Search heavy = new Search(
                new Clause.Is(Literal.words("level"), Literal.words("*o*")),
                null,
                START,
                START.plus(Duration.ofHours(1)),
                true);

        FieldValues values = counted(heavy);

        assertThat(values.whole()).isTrue();
        assertThat(values.sampled()).isEqualTo(2 * HALF);
    }

    private static FieldValues counted(Search search) {
        return found(QUESTIONS.ask(
                INDEX.environment(),
                (elasticsearch, fields, requests) -> new ValueCounting(
                                fields.countable("level"), 10, 2 * ValueCounting.SAMPLE)
                        .of(requests.found(search), elasticsearch)));
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
