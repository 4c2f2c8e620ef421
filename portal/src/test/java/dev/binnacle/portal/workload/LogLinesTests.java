package dev.binnacle.portal.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogLinesTests {

    private static final String AT = "2026-11-17T03:12:09.5Z ";

    @Test
    void whatATerminalOrABrowserWouldActOnIsGoneOrASign() throws IOException {
        LogLines lines = lines(AT + "\u001b[31mERROR\u001b[0m \u001b]0;owned\u0007for\u202ead\u0000m\u001bin\n");
        assertThat(lines.next()).isEqualTo(AT + "ERROR for⟨U+202E⟩ad␀m␛in");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineMayEndAsInWindowsButNotBeWrittenOver() throws IOException {
        LogLines lines = lines(AT + "one\r\n" + AT + "10 %\r20 %\n");
        assertThat(lines.next()).isEqualTo(AT + "one");
        assertThat(lines.next()).isEqualTo(AT + "10 %␍20 %");
    }

    @Test
    void aLongLineIsCut() throws IOException {
        LogLines lines = lines("x".repeat(20_000) + "\nnext\n");
        assertThat(lines.next()).hasSize(16 * 1024 + 2).endsWith("x …");
        assertThat(lines.next()).isEqualTo("next");
    }

    @Test
    void aBrowserGetsThemAsTheyAreRead() throws IOException {
        ByteArrayOutputStream browser = new ByteArrayOutputStream();
        new LogEvents(log(AT + "a\u202eb\rdata: forged\n"), browser, null).copy();
        assertThat(browser.toString(StandardCharsets.UTF_8))
                .contains("data: " + AT + "a⟨U+202E⟩b␍data: forged\n\n")
                .doesNotContain("\r");
    }

    private static LogLines lines(String written) {
        return new LogLines(log(written));
    }

    private static ByteArrayInputStream log(String written) {
        return new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8));
    }
}
