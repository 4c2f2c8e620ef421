package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.PageTest;
import dev.binnacle.portal.Visitors;
import dev.binnacle.portal.log.search.Field;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@PageTest
@Import(LogEnvironments.class)
class FieldsPanelTests {

    private static final List<Field> MANY = IntStream.range(0, 450)
            .mapToObj(number -> new Field("Field.%03d".formatted(number), "keyword"))
            .toList();

    private final LogReader reader;

    FieldsPanelTests(Visitors visitors) {
        this.reader = new LogReader(visitors);
    }

    @Test
    void whereNotAllAreListedTheOthersAreFound() {
        FieldsPanel panel = FieldsPanel.of("europe", Asked.usually(), MANY);

        assertThat(panel.fields()).hasSize(400);
        assertThat(panel.says()).isEqualTo("400 of 450 in the index");
        assertThat(panel.find()).isEqualTo("/environments/europe/logs/fields");
        assertThat(FieldsPanel.found(MANY, " FIELD.44 ")).hasSize(10);
        assertThat(FieldsPanel.found(MANY, "")).isEqualTo(panel.fields());
        assertThat(FieldsPanel.of("europe", Asked.usually(), MANY.subList(0, 400))
                        .find())
                .isNull();
    }

    @Test
    void aFieldThatASearchIsBrokenDownByMayHaveGoneToo() {
        assertThat(FieldsPanel.missing(Asked.usually().with("by", "tier"), MANY))
                .isEqualTo("The index has no field tier: it is spelled otherwise, or has gone.");
        assertThat(FieldsPanel.missing(Asked.usually().with("by", "Field.000"), MANY))
                .isEmpty();
    }

    @Test
    void aListHoldsThoseWithThatInTheirName() {
        assertThat(reader.page("/environments/log-all/logs/fields?find=NAMES"))
                .contains("data-field=\"kubernetes.namespace_name\"")
                .doesNotContain("data-field=\"level\"");
        assertThat(reader.page("/environments/log-all/logs/fields?find=%3Cscript%3E"))
                .isBlank();
        assertThat(reader.page("/environments/log-empty/logs/fields?find=level"))
                .isBlank();
    }
}
