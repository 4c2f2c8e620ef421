package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");
    private static final Search ALL = new Search(new Clause.Everything(), null, TEN, TEN.plusSeconds(60), false);

    @Test
    void aLevelIsReadAndCountedBehindItsColour() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH);
        List<String> lines = List.of(
                "\u001b[31mERROR\u001b[0m refused",
                "10:00 \u001b[1;31mFATAL\u001b[0m gone",
                "\u001b[33mWARN\u001b[0m late",
                "31mERRORS are none",
                "plain ERROR");
        for (int line = 0; line < lines.size(); line++) {
            index.line(TEN.plusSeconds(line), "shop", "cart-0", lines.get(line));
        }
        var environment = index.written().environment();

        assertThat(index.store().last(environment, ALL, 10))
                .isInstanceOfSatisfying(
                        SearchOutcome.Found.class,
                        found -> assertThat(found.found())
                                .isInstanceOfSatisfying(
                                        Lines.class,
                                        all -> assertThat(all.lines())
                                                .extracting(Line::level)
                                                .containsExactly("error", "fatal", "warn", "", "error")));
        assertThat(index.store().errors(environment, ALL))
                .isInstanceOfSatisfying(
                        SearchOutcome.Found.class,
                        found -> assertThat(found.found())
                                .isInstanceOfSatisfying(
                                        Lines.class,
                                        all -> assertThat(all.errors()).isEqualTo(3)));
    }
}
