package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.portal.log.search.Line.Mark;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void coloursAreGoneAndWhatMatchedStaysMarked() {
        String text = "\u001b[31mERROR\u001b[0m refused";
        Excerpt excerpt = Excerpt.of(text, List.of(new Mark(2, 10)), 100);
        assertThat(excerpt.pieces()).containsExactly(new Piece("ERROR", true), new Piece(" refused", false));
    }

    @Test
    void whatATerminalOrABrowserWouldActOnIsVisible() {
        assertThat(Excerpt.of("a\u0000b\u001bc\u202ed\u0085e\u007ff\ud800", List.of(), 100)
                        .text())
                .isEqualTo("a␀b␛c⟨U+202E⟩d⟨U+0085⟩e⟨U+007F⟩f\ufffd");
    }

    @Test
    void aTitleForATerminalIsGone() {
        assertThat(Excerpt.of("\u001b]0;owned\u0007rest", List.of(), 100).text())
                .isEqualTo("rest");
    }

    @Test
    void aLongLineIsCutAroundWhatMatched() {
        String text = "x".repeat(5_000) + "needle" + "y".repeat(5_000);
        Excerpt excerpt = Excerpt.of(text, List.of(new Mark(5_000, 5_006)), 1_000);
        assertThat(excerpt.cut()).isTrue();
        assertThat(excerpt.pieces()).contains(new Piece("needle", true));
        assertThat(excerpt.text()).startsWith("…").endsWith("…").hasSize(1_002);
    }

    @Property
    void anyLineBecomesTextWithoutControlCharacters(@ForAll String text) {
        assertThat(Excerpt.of(text, List.of(), 1_000).text().codePoints())
                .allMatch(point -> point == '\n' || point == '\t' || !Character.isISOControl(point));
    }
}
