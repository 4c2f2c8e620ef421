package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StructuredTests {

    @Test
    void aLineSaysItsMessageItsFieldsOrItself() {
        assertThat(Structured.message("{\"level\":\"info\",\"message\":\"open\"}"))
                .isEqualTo("open");
        assertThat(Structured.message(
                        "{\"timestamp\":\"2026-11-30T09:35:09Z\",\"status\":200,\"of\":{\"item\":[1,2]}}"))
                .isEqualTo("status=200 of.item=[1,2]");
        assertThat(Structured.message("{not JSON}")).isEqualTo("{not JSON}");
    }

    /** Otherwise the pattern of "WARN slow" would be of another word for each colour. */
    @Test
    void coloursOfATerminalAreNoPartOfIt() {
        assertThat(Structured.message("\u001b[33mWARN\u001b[0m slow")).isEqualTo("WARN slow");
        assertThat(Structured.message("{\"message\":\"\\u001b[31mfailed\\u001b[0m\"}"))
                .isEqualTo("failed");
    }
}
