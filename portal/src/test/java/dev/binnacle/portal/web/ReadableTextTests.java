package dev.binnacle.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReadableTextTests {

    @Test
    void whatTellsATerminalToDoSomethingIsGone() {
        assertThat(ReadableText.written("\u001b[31mred\u001b[0m \u001b]0;title\u0007on \u001b]8;;http://x\u001b\\link"))
                .isEqualTo("red on link");
    }

    @Test
    void whatIsNoWholeSequenceIsASign() {
        assertThat(ReadableText.written("a\u001b")).isEqualTo("a␛");
        assertThat(ReadableText.written("\u001b[31")).isEqualTo("␛[31");
        assertThat(ReadableText.written("\u001b]0;on\u001b[0m and on")).isEqualTo("␛]0;on and on");
    }

    @Property
    void noTextKeepsACharacterThatActs(@ForAll String text) {
        assertThat(ReadableText.written(text).codePoints())
                .allMatch(point -> point == '\n' || point == '\t' || !Character.isISOControl(point));
    }
}
