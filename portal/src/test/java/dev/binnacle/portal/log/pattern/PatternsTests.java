package dev.binnacle.portal.log.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PatternsTests {

    @Test
    void linesThatDifferInNumbersAndNamesHaveOnePattern() {
        assertThat(texts(of(
                        "GET /api?item=4411 200 in 12 ms",
                        "GET /api?item=9 200 in 3 ms",
                        "user alice signed in from 10.0.0.1",
                        "user bob signed in from 10.0.0.7",
                        "job 7d9f8b6c5d-bcdfg done")))
                .containsExactly("GET /api?item=* * in * ms", "user * signed in from *", "job * done");
    }

    @Test
    void shortLinesThatSayDifferentThingsStayApart() {
        assertThat(texts(of("started", "stopped", "connection refused", "connection closed")))
                .containsExactlyInAnyOrder("started", "stopped", "connection refused", "connection closed");
    }

    @Test
    void aPatternCountsItsLinesAndErrorsAndKeepsItsFirstLine() {
        Patterns patterns = new Patterns();
        patterns.add("order 1 failed", "order 1 failed", true);
        patterns.add("order 2 failed", "order 2 failed", false);
        assertThat(patterns.all())
                .containsExactly(
                        new Pattern(List.of("order", "*", "failed"), 2, 1, "order 1 failed", "order 1 failed"));
    }

    @Test
    void phrasesAreTheWordsBetweenWhatDiffers() {
        assertThat(new Pattern(
                                List.of("user", "*", "signed", "in", "from", "*", "."),
                                1,
                                0,
                                "",
                                "user ann signed in from x .")
                        .phrases())
                .containsExactly("signed in from", "user");
        assertThat(new Pattern(List.of("*", "-"), 1, 0, "", "x -").phrases()).isEmpty();
    }

    /** A word after an escaped line break is another word there. */
    @Test
    void phrasesAreThoseOfTheLineAsItWasIndexed() {
        List<String> words = List.of("request", "failed", "at", "com.foo", "of", "<shop>", "cut");

        assertThat(new Pattern(
                                words,
                                1,
                                0,
                                "",
                                "{\"message\":\"request failed\\nat com.foo of \\u003cshop\\u003e cutting\"}")
                        .phrases())
                .containsExactly("request failed", "com.foo of");
        assertThat(new Pattern(List.of("status=ok"), 1, 0, "", "{\"status\":\"ok\"}").phrases())
                .containsExactly("status=ok");
        assertThat(new Pattern(List.of("a.b=c"), 1, 0, "", "{\"a\":{\"x\":1,\"b\":\"c\"}}").phrases())
                .isEmpty();
    }

    @Test
    void whatIsNewIsNotKnown() {
        Patterns before = of("GET /api 200 in 12 ms", "GET /api 404 in 2 ms");
        Patterns after = of("GET /api 500 in 1 ms", "Duplicate key item 7");
        assertThat(after.all())
                .filteredOn(pattern -> !before.knows(pattern))
                .extracting(Pattern::text)
                .containsExactly("Duplicate key item *");
    }

    @Test
    void patternsAreBoundedAndWhatIsLeftOutIsCounted() {
        Patterns patterns = new Patterns();
        for (int i = 0; i < Patterns.MOST + 500; i++) {
            String line = "x".repeat(i % 50 + 1) + "-" + (char) ('a' + i / 50 % 26) + (char) ('a' + i / 1300);
            patterns.add(line, line, false);
        }
        assertThat(patterns.all()).hasSize(Patterns.MOST);
        assertThat(patterns.rare()).isEqualTo(500);
        assertThat(patterns.lines()).isEqualTo(Patterns.MOST + 500L);
    }

    /** A line is compared with each pattern like it, so lines made for that would take seconds. */
    @Test
    void patternsOfTheSameFirstWordAndLengthAreBoundedToo() {
        Patterns patterns = new Patterns();
        for (int i = 0; i < Patterns.MOST_ALIKE + 50; i++) {
            String other = (char) ('a' + i % 26) + "" + (char) ('a' + i / 26);
            String line = "order " + (other + " ").repeat(3).strip();
            patterns.add(line, line, false);
        }
        assertThat(patterns.all()).hasSize(Patterns.MOST_ALIKE);
        assertThat(patterns.rare()).isEqualTo(50);
    }

    @Property(tries = 300)
    void everyLineIsCountedOnceWhateverIsInIt(@ForAll @Size(max = 60) List<String> lines) {
        Patterns patterns = of(lines.toArray(String[]::new));
        assertThat(patterns.all().stream().mapToLong(Pattern::lines).sum()).isEqualTo(lines.size());
        assertThat(patterns.all()).allSatisfy(pattern -> {
            assertThat(patterns.knows(pattern)).isTrue();
            assertThat(lines).contains(pattern.example());
        });
    }

    private static Patterns of(String... lines) {
        Patterns patterns = new Patterns();
        Stream.of(lines).forEach(line -> patterns.add(line, line, false));
        return patterns;
    }

    private static List<String> texts(Patterns patterns) {
        return patterns.all().stream().map(Pattern::text).toList();
    }
}
