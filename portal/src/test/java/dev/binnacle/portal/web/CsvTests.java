package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @Test
    void quotationMarksAndEndsOfLinesStayWithinTheirCell() {
        assertThat(Csv.row(List.of("a", "b \"c\", d", "e\nf"))).isEqualTo("\"a\",\"b \"\"c\"\", d\",\"e\nf\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void aSpreadsheetRunsNothing(String formula) {
        assertThat(Csv.row(List.of(formula))).isEqualTo("\"'" + formula + "\"\r\n");
    }

    @Test
    void aTerminalIsToldNothing() {
        assertThat(Csv.row(List.of("\u001b[2Jgone", "\r=1+1", "\u009b31m", "a\u202eb")))
                .isEqualTo("\"␛[2Jgone\",\"␍=1+1\",\"⟨U+009B⟩31m\",\"a⟨U+202E⟩b\"\r\n");
    }

    @Property
    void noCellActs(@ForAll String cell) {
        assertThat(Csv.row(List.of(cell)).replaceAll("\r\n$", "").codePoints())
                .allMatch(point -> point == '\n' || point == '\t' || !Character.isISOControl(point));
    }
}
