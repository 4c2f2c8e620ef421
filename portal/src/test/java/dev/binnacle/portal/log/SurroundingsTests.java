package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A container whose lines, of 20 kB each, are too long to be read nine at once. */
@TestInstance(Lifecycle.PER_CLASS)
class SurroundingsTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");

    private final TestIndex index = TestIndex.mapped(ELASTICSEARCH);
    private final Environment environment = index.environment();
    private final LogStore store = TestIndex.storeReading(ELASTICSEARCH, 100_000);
    private final Surroundings surroundings = new Surroundings(new LineReading(store), store);

    @BeforeAll
    void write() {
        for (int second = 0; second < 10; second++) {
            index.line(TEN.plusSeconds(second), "shop", "cart-0", second + " word".repeat(4_000));
        }
        index.written();
    }

    @Test
    void whereFewerLinesFitBeforeOneThereAreMoreAndALinkToThem() {
        SurroundingsView last = around(9);

        assertThat(last.before()).hasSize(1);
        assertThat(last.begins()).isEqualTo("There are more lines before it; these are as many as fit.");
        assertThat(last.earlier()).isEqualTo(link(8));
        assertThat(last.ends()).isEqualTo("Nothing was written after it so far.");
        assertThat(last.later()).isNull();
    }

    @Test
    void soItIsWhereFewerFitAfterIt() {
        SurroundingsView first = around(0);

        assertThat(first.after()).hasSize(1);
        assertThat(first.ends()).isEqualTo("There are more lines after it; these are as many as fit.");
        assertThat(first.later()).isEqualTo(link(1));
        assertThat(first.begins()).isEqualTo("Nothing was written before.");
        assertThat(first.earlier()).isNull();
    }

    private SurroundingsView around(int second) {
        Line line = line(second);
        return surroundings.of(environment, line.index(), line.id(), 8, 8, Asked.usually());
    }

    private String link(int second) {
        return LineLinks.around(environment.name(), line(second), List.of("before", "8", "after", "8"));
    }

    private Line line(int second) {
        Instant at = TEN.plusSeconds(second);
        Search one = new Search(new Clause.Everything(), null, at, at.plusSeconds(1), true);
        return LineReading.found(environment, store.last(environment, one, 1), Lines.NONE)
                .lines()
                .getFirst();
    }
}
