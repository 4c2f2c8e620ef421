package dev.binnacle.portal.log.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.node.JsonNodeFactory;

/** The lines around one, in a data stream that has been rolled over meanwhile. */
@TestInstance(Lifecycle.PER_CLASS)
class AroundTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final Instant TEN = Instant.parse("2026-11-17T10:00:00Z");

    private final TestIndex stream = TestIndex.guessed(ELASTICSEARCH);
    private final Environment environment = stream.environment();

    @BeforeAll
    void writeRollOverAndWriteOn() {
        stream.send("PUT", "/_index_template/" + stream.name(), """
                {"index_patterns": ["%s"], "data_stream": {}, "priority": 500}""".formatted(stream.name()));
        for (int second = 0; second < 10; second++) {
            if (second == 5) {
                stream.send("POST", "/" + stream.name() + "/_rollover", "");
            }
            write(second, "cart-0", "cart", "line " + second);
            write(second, "cart-0", "sidecar", "of another container");
            write(second, "cart-1", "cart", "of another pod");
        }
    }

    @Test
    void aLineIsFoundByItsLinkAndItsSurroundingsCrossTheRollover() {
        Line known = around(4, 0, 0).getFirst();

        assertThat(found(stream.store().line(environment, known.index(), known.id()))
                        .lines())
                .extracting(Line::text)
                .containsExactly(known.text());
        assertThat(around(4, 2, 2))
                .extracting(Line::text)
                .as("with one more on each side")
                .containsExactly("line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7");
        assertThat(around(4, 2, 2).stream().map(Line::index).distinct()).hasSize(2);
    }

    @Test
    void noLineOfAnotherNamespaceIsBesideIt() {
        assertThat(found(stream.store().around(stream.environment("bank"), at("cart-0", 4), 5, 5)))
                .isEqualTo(Neighbours.NONE);
    }

    @Test
    void thatMoreWasWrittenIsSaidOfEachSide() {
        assertThat(found(stream.store().around(environment, at("cart-0", 4), 5, 5)))
                .returns(false, Neighbours::moreBefore)
                .returns(false, Neighbours::moreAfter);
        assertThat(found(stream.store().around(environment, at("cart-0", 4), 2, 5)))
                .returns(true, Neighbours::moreBefore)
                .returns(false, Neighbours::moreAfter);
    }

    /** Nine lines of 20 kB are more than is read. */
    @Test
    void itIsSaidAlsoWhereItIsTooLongToBeReadWithThem() {
        for (int second = 0; second < 10; second++) {
            write(second, "long-0", "cart", second + " word".repeat(4_000));
        }
        LogStore store = TestIndex.storeReading(ELASTICSEARCH, 100_000);

        Neighbours last = found(store.around(environment, at("long-0", 9), 8, 8));
        assertThat(last.lines()).extracting(Line::at).containsExactly(TEN.plusSeconds(8), TEN.plusSeconds(9));
        assertThat(last).returns(true, Neighbours::moreBefore).returns(false, Neighbours::moreAfter);

        Neighbours first = found(store.around(environment, at("long-0", 0), 8, 8));
        assertThat(first.lines()).extracting(Line::at).containsExactly(TEN, TEN.plusSeconds(1));
        assertThat(first).returns(false, Neighbours::moreBefore).returns(true, Neighbours::moreAfter);
    }

    private List<Line> around(int second, int before, int after) {
        return found(stream.store().around(environment, at("cart-0", second), before, after))
                .lines();
    }

    private static Line at(String pod, int second) {
        Instant moment = TEN.plusSeconds(second);
        return new Line(
                "",
                "",
                moment,
                moment.toString(),
                "",
                List.of(),
                "",
                "",
                "shop",
                pod,
                "cart",
                JsonNodeFactory.instance.objectNode());
    }

    private static <T> T found(SearchOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(SearchOutcome.Found.class);
        return ((SearchOutcome.Found<T>) outcome).found();
    }

    private void write(int second, String pod, String container, String text) {
        stream.send("POST", "/" + stream.name() + "/_doc?refresh=true", """
                {"@timestamp": "%s", "log": "%s", "stream": "stdout", "kubernetes":
                  {"namespace_name": "shop", "pod_name": "%s", "container_name": "%s"}}
                """.formatted(
                        TEN.plusSeconds(second), text, pod, container));
    }
}
