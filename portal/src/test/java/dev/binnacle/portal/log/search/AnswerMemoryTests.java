package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerMemoryTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private static final int MIB = 1 << 20;

    private final AnswerMemory memory = new AnswerMemory(2 * MIB);
    private final LogStore store =
            TestIndex.store(ELASTICSEARCH, new Bounds(Duration.ofSeconds(7), 16, 1, 32 * MIB, memory));

    @Test
    void aShortAnswerAlwaysFits() {
        AnswerMemory none = new AnswerMemory(0);

        assertThat(none.new Share().grow(MIB)).isTrue();
    }

    @Test
    void longAnswersShareWhatThereIs() {
        AnswerMemory.Share first = memory.new Share();
        AnswerMemory.Share second = memory.new Share();

        assertThat(first.grow(2 * MIB)).isTrue();
        assertThat(second.grow(2 * MIB)).isTrue();
        assertThat(second.grow(1)).isFalse();

        first.close();
        assertThat(second.grow(MIB)).isTrue();
        assertThat(first.grow(1)).as("after its end").isFalse();
        second.close();
        second.close();
        assertThat(memory.room()).isEqualTo(2 * MIB);
    }

    /** Ninety lines of 100 kB need 9 MB. */
    @Test
    void fewerLinesAreReadWhereAllFindNoRoomAndAllIsGivenBack() {
        Environment environment = longLines();

        assertThat(store.last(environment, all(), 90))
                .isInstanceOfSatisfying(
                        SearchOutcome.Found.class,
                        found -> assertThat(found.found())
                                .isInstanceOfSatisfying(
                                        Lines.class,
                                        lines -> assertThat(lines.lines()).hasSize(9)));
        assertThat(memory.room()).isEqualTo(2 * MIB);
    }

    @Test
    void aWalkReadsThemAllThoughFewAtATime() {
        List<Line> lines = new ArrayList<>();

        assertThat(store.walk(longLines(), all(), 1_000, lines::addAll))
                .isEqualTo(new SearchOutcome.Found<>(new Walk.End(90, false, 0)));
        assertThat(lines).hasSize(90).doesNotHaveDuplicates();
        assertThat(memory.room()).isEqualTo(2 * MIB);
    }

    private static Environment longLines() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        String text = "word ".repeat(20_000);
        for (int line = 0; line < 90; line++) {
            index.line(TEN.plusMillis(line), "shop", "cart-0", line + " " + text);
        }
        return index.written().environment();
    }

    private static Search all() {
        return new Search(new Clause.Everything(), null, TEN, TEN.plusSeconds(60), true);
    }
}
