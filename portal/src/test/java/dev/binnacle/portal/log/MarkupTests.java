package dev.binnacle.portal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** Log lines are written by strangers: none of their text may become markup. */
class MarkupTests {

    private static final String HOSTILE = "\"><script>alert('&')</script>{}";

    @Test
    void everyValueIsEscaped() {
        StringBuilder out = new StringBuilder();
        new Markup("<a href=\"{}\">{}</a>").write(out, HOSTILE, HOSTILE);
        String escaped = "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;{}";
        assertThat(out).hasToString("<a href=\"" + escaped + "\">" + escaped + "</a>");
    }

    @Property
    void aBrowserReadsWhatWasWritten(@ForAll String value) {
        StringBuilder out = new StringBuilder();
        new Markup("{}").write(out, value);
        assertThat(out).doesNotContain("<", ">", "\"", "'");
        assertThat(HtmlUtils.htmlUnescape(out.toString())).isEqualTo(value);
    }

    @Test
    void aPlaceWithoutValueIsAFault() {
        assertThatThrownBy(() -> new Markup("<b>{}{}</b>").write(new StringBuilder(), "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 values for 2 places");
    }

    @Test
    void noLineAndNoBarHasTagsOfItsOwn() {
        List<LineRow.Cell> hostile = cells(HOSTILE);
        assertThat(tags(row(HOSTILE, hostile))).isEqualTo(tags(row("x", cells("x"))));
        assertThat(tags(row(HOSTILE, List.of()))).isEqualTo(tags(row("x", List.of())));
        assertThat(tags(bar(HOSTILE))).isEqualTo(tags(bar("x")));
    }

    @Test
    void aLineOfTheUsualColumns() {
        StringBuilder out = new StringBuilder();
        LineRow line = new LineRow(
                "00:00:00.000",
                Instant.EPOCH,
                "info",
                null,
                "9ftjs",
                "/pod",
                "echo-9ftjs, container echo",
                List.of(),
                "connection ",
                List.of(new Match("refused", " again")),
                false,
                "/line");
        LineMarkup.write(out, line, "/icons.svg");
        assertThat(out).hasToString("""
                <tr data-testid="logs__line"><td class="opens"><a href="/line" aria-expanded="false" \
                aria-label="Line of 00:00:00.000"><svg class="icon" aria-hidden="true"><use href="/icons.svg#right"/></svg>\
                </a></td><td class="at second"><time datetime="1970-01-01T00:00:00Z">00:00:00.000</time></td>\
                <td class="level second"><span class="severity">info</span></td>\
                <td class="from second"><a class="plain" href="/pod" title="echo-9ftjs, container echo">9ftjs</a></td>\
                <td><span class="narrow">00:00:00.000 info 9ftjs</span>connection <mark>refused</mark> again</td></tr>""");
    }

    @Test
    void aLineOfChosenColumnsThatIsCut() {
        assertThat(row("x", cells("y"))).isEqualTo("""
                <tr data-status="x" data-testid="logs__line"><td class="opens"><a href="x" aria-expanded="false" \
                aria-label="Line of x"><svg class="icon" aria-hidden="true"><use href="/icons.svg#right"/></svg></a></td>\
                <td class="at second"><time datetime="1970-01-01T00:00:00Z">x</time></td><td class="second">\
                <button type="button" class="plain cell" data-field="field" data-value="y">y</button></td>\
                <td class="second">y</td><td><span class="narrow">x y y</span>x<mark>x</mark>x\
                <a class="soft" href="x">show all</a></td></tr>""");
    }

    @Test
    void aBarHasNoPartWithoutLinesButItsRowSaysNought() {
        assertThat(bar("says")).isEqualTo("""
                <a class="bar" href="link" data-from="1970-01-01T00:00:00Z" data-to="1970-01-01T00:00:01Z" \
                aria-label="says"><title>says</title><rect class="hit" x="1%" width="2%" y="20" height="108"/>\
                <rect class="bar-line" x="1%" width="2%" y="4.0" height="3.0"/></a>\
                <tr><th scope="row"><a href="link">label</a></th><td class="number">9,633</td>\
                <td class="number">0</td><td class="number">9,633</td></tr>""");
    }

    private static List<LineRow.Cell> cells(String value) {
        return List.of(new LineRow.Cell("field", value, value), new LineRow.Cell("field", value, null));
    }

    private static String row(String said, List<LineRow.Cell> cells) {
        StringBuilder out = new StringBuilder();
        LineRow line = new LineRow(
                said,
                Instant.EPOCH,
                said,
                said,
                said,
                said,
                said,
                cells,
                said,
                List.of(new Match(said, said)),
                true,
                said);
        LineMarkup.write(out, line, "/icons.svg");
        return out.toString();
    }

    /** Drawn, then told. */
    private static String bar(String says) {
        StringBuilder out = new StringBuilder();
        Histogram.Bar bar = new Histogram.Bar(
                "1%",
                "2%",
                List.of(
                        new Histogram.Part("bar-error", 0, "7.0", "0.0"),
                        new Histogram.Part("bar-line", 9_633, "4.0", "3.0")),
                "label",
                9_633,
                says,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                "link");
        BarMarkup.draw(out, bar);
        BarMarkup.tell(out, bar);
        return out.toString();
    }

    private static String tags(String html) {
        return html.replaceAll("(?s)\"[^\"]*\"", "\"\"").replaceAll(">[^<]*<", "><");
    }
}
