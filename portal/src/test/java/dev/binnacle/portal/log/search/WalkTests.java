package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks over lines that lie close together here and years apart there. */
@TestInstance(Lifecycle.PER_CLASS)
class WalkTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00.0004Z");
    private static final List<Instant> MOMENTS = moments();

    private final TestIndex exact = written(TestIndex.mapped(ELASTICSEARCH));
    private final TestIndex toTheMillisecond = written(TestIndex.guessed(ELASTICSEARCH));

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void eachLineIsReadOnceAndInOrder(boolean nanos, boolean newestFirst) {
        Read read = walk(index(nanos), search(Instant.EPOCH, TEN.plus(Duration.ofDays(9000)), newestFirst), 100_000);

        assertThat(read.texts()).doesNotHaveDuplicates().hasSameSizeAs(MOMENTS);
        assertThat(read.moments()).isSortedAccordingTo(order(newestFirst));
        assertThat(read.end()).isEqualTo(new Walk.End(MOMENTS.size(), false, 0));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aWalkStaysWithinItsTimeToTheNanosecond(boolean newestFirst) {
        List<Instant> within = MOMENTS.stream()
                .sorted(order(newestFirst))
                .skip(1_700)
                .limit(2_500)
                .toList();
        Instant first = newestFirst ? within.getLast() : within.getFirst();
        Instant last = newestFirst ? within.getFirst() : within.getLast();
        long expected = MOMENTS.stream()
                .filter(moment -> !moment.isBefore(first) && moment.isBefore(last))
                .count();

        Read read = walk(exact, search(first, last, newestFirst), 100_000);

        assertThat(read.end()).isEqualTo(new Walk.End(expected, false, 0));
        assertThat(read.moments())
                .allMatch(moment -> !moment.isBefore(first) && moment.isBefore(last))
                .isSortedAccordingTo(order(newestFirst));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1000, true", "3500, true"})
    void aWalkThatIsCutShortSaysWhetherThereIsMore(int most, boolean more) {
        assertThat(walk(exact, search(Instant.EPOCH, TEN.plusSeconds(900), true), most)
                        .end())
                .isEqualTo(new Walk.End(most, more, 0));
        int all = MOMENTS.size();
        assertThat(walk(exact, search(Instant.EPOCH, TEN.plus(Duration.ofDays(9000)), true), all)
                        .end())
                .isEqualTo(new Walk.End(all, false, 0));
    }

    private TestIndex index(boolean nanos) {
        return nanos ? exact : toTheMillisecond;
    }

    /** Two pages within one millisecond, a page within a second, single lines an hour or years apart. */
    private static List<Instant> moments() {
        RandomGenerator random = RandomGenerator.of("Xoshiro256PlusPlus");
        return Stream.of(
                        IntStream.range(0, 2_300).mapToObj(_ -> TEN.plusNanos(random.nextInt(600_000))),
                        IntStream.range(0, 1_200)
                                .mapToObj(_ -> TEN.plusSeconds(90).plusNanos(random.nextInt())),
                        IntStream.range(0, 40).mapToObj(hour -> TEN.plus(Duration.ofHours(hour))),
                        IntStream.range(0, 1_500).mapToObj(_ -> TEN.minusSeconds(random.nextInt(1_000_000))),
                        IntStream.range(0, 20).mapToObj(year -> TEN.plus(Duration.ofDays(400L * year))))
                .flatMap(part -> part)
                .toList();
    }

    private static TestIndex written(TestIndex index) {
        for (int i = 0; i < MOMENTS.size(); i++) {
            index.line(MOMENTS.get(i), "shop", "cart-0", "line " + i);
        }
        return index.written();
    }

    private static Comparator<Instant> order(boolean newestFirst) {
        return newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static Search search(Instant from, Instant to, boolean newestFirst) {
        return new Search(new Clause.Everything(), null, from, to, newestFirst);
    }

    private static Read walk(TestIndex index, Search search, long most) {
        List<Line> lines = new ArrayList<>();
        var outcome = index.store().walk(index.environment("shop"), search, most, lines::addAll);
        return outcome instanceof SearchOutcome.Found<Walk.End>(Walk.End end)
                ? new Read(
                        lines.stream().map(Line::text).toList(),
                        lines.stream().map(Line::at).toList(),
                        end)
                : new Read(List.of(), List.of(), new Walk.End(-1, false, 0));
    }

    private record Read(List<String> texts, List<Instant> moments, Walk.End end) {}
}
