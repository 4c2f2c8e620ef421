package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.Field;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Pipeline;
import dev.binnacle.portal.log.search.TestIndex;
import dev.binnacle.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** An application chooses its level and the names of its fields: none may turn or hide what stands beside it. */
class HostileNamesTests {

    private static final URI ELASTICSEARCH = Sandbox.shared().elasticsearch().url();
    private static final String NAME = "a\u202eb";
    private static final String READABLE = "a⟨U+202E⟩b";
    private static final Instant NOW = Instant.parse("2026-11-17T03:12:09Z");

    @Test
    void aLevelIsShortAndHarmless() {
        assertThat(row("info\u202e", "echo-0").level()).isEqualTo("info⟨U+202E⟩");
        assertThat(row("x".repeat(5_000), "echo-0").level()).isEqualTo("x".repeat(20) + "…");
        assertThat(row("error", "echo-0").status()).isEqualTo("critical");
    }

    @Test
    void theNamesOfAPodAndAContainerAre() {
        LineRow row = row("info", "echo-" + NAME);
        assertThat(row.podEnding()).isEqualTo(READABLE);
        assertThat(row.writer()).isEqualTo("echo-" + READABLE + ", container " + READABLE);
        assertThat(row.narrow()).doesNotContain("\u202e");
        assertThat(row.podLink()).endsWith("echo-a%E2%80%AEb");
    }

    @Test
    void aFieldIsListedReadablyAndAskedForByItsName() {
        FieldsPanel panel = FieldsPanel.of("europe", Asked.usually(), List.of(new Field(NAME, "keyword")));
        assertThat(panel.fields()).containsExactly(new FieldsPanel.Entry(NAME, READABLE, "t", "keyword"));
        FieldView view = FieldView.without("europe", Asked.usually(), NAME, "");
        assertThat(view.field()).isEqualTo(READABLE);
        assertThat(view.column()).endsWith("column=a%E2%80%AEb");
        assertThat(FieldsPanel.missing(Asked.usually().withColumn(NAME), List.of(new Field("level", "keyword"))))
                .contains("no field " + READABLE + ":");
    }

    @Test
    void aColumnAndAFilterAre() {
        Asked asked = Asked.usually().withColumn(NAME).filtered(NAME + ": 1", "");
        assertThat(LineTable.of("europe", asked).columns().getFirst().field()).isEqualTo(READABLE);
        FilterPill pill = FilterPill.of("europe", asked).getFirst();
        assertThat(pill.name()).isEqualTo(READABLE);
        assertThat(pill.text()).isEqualTo(NAME + ": 1");
    }

    @Test
    void aFieldOfALineIs() {
        TestIndex index = TestIndex.mapped(ELASTICSEARCH)
                .line(NOW, "shop", "echo-0", "refused", Map.of(NAME, "one", "level", "info"))
                .written();
        Environment environment = index.environment();
        LogStore store = index.store();
        String id = index.send("GET", "/" + index.name() + "/_search?filter_path=hits.hits._id", "{}")
                .replaceAll(".*\"_id\":\"([^\"]*)\".*", "$1");

        LineView line = new LineReading(store).read(environment, index.name(), id, false, Asked.usually());
        assertThat(line.fields())
                .filteredOn(field -> field.text().equals("one"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.name()).isEqualTo(READABLE);
                    assertThat(field.column()).endsWith("column=a%E2%80%AEb");
                });

        Suggesting suggesting = new Suggesting(TestIndex.surveyAt(ELASTICSEARCH), Clock.systemUTC());
        assertThat(suggesting.after(environment, Asked.usually(), NAME)).first().satisfies(suggestion -> {
            assertThat(suggestion.text()).startsWith(NAME);
            assertThat(suggestion.shown()).startsWith(READABLE);
        });
    }

    @Test
    void aFieldThatIndicesDisagreeOnIs() {
        Pipeline pipeline = new Pipeline(List.of(), 1, List.of(NAME + " (keyword, long)"), NOW, 0);
        PipelineView view = PipelineView.of(TestIndex.environmentOf("europe", "logs"), pipeline, NOW);
        assertThat(view.conflicts()).containsExactly(READABLE + " (keyword, long)");
    }

    private static LineRow row(String level, String pod) {
        Line line = new Line(
                "logs",
                "1",
                NOW,
                NOW.toString(),
                "refused",
                List.of(),
                level,
                "stdout",
                "shop",
                pod,
                NAME,
                JsonNodeFactory.instance.objectNode());
        return LineRow.of("europe", Asked.usually(), line, ZoneOffset.UTC, false);
    }
}
