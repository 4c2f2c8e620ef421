package dev.binnacle.portal.log;

/** A log line as a row of a table of class {@code lines}. */
final class LineMarkup {

    private static final Markup BEGIN = new Markup("<tr data-testid=\"logs__line\">");
    private static final Markup BEGIN_WITH_STATUS = new Markup("<tr data-status=\"{}\" data-testid=\"logs__line\">");
    private static final Markup TIME = new Markup("""
            <td class="opens"><a href="{}" aria-expanded="false" aria-label="{}">\
            <svg class="icon" aria-hidden="true"><use href="{}#right"/></svg></a></td>\
            <td class="at second"><time datetime="{}">{}</time></td>""");
    private static final Markup USUAL = new Markup("""
            <td class="level second"><span class="severity">{}</span></td>\
            <td class="from second"><a class="plain" href="{}" title="{}">{}</a></td>""");
    private static final Markup CELL = new Markup("<td class=\"second\">{}</td>");
    private static final Markup FILTERING_CELL = new Markup("""
            <td class="second"><button type="button" class="plain cell" data-field="{}" data-value="{}">{}</button></td>""");
    private static final Markup TEXT = new Markup("<td><span class=\"narrow\">{}</span>{}");
    private static final Markup MATCH = new Markup("<mark>{}</mark>{}");
    private static final Markup REST = new Markup("<a class=\"soft\" href=\"{}\">show all</a>");
    private static final Markup END = new Markup("</td></tr>");

    private LineMarkup() {}

    /** @param icons the address of the icons */
    static void write(StringBuilder out, LineRow row, String icons) {
        if (row.status() == null) {
            BEGIN.write(out);
        } else {
            BEGIN_WITH_STATUS.write(out, row.status());
        }
        TIME.write(out, row.link(), row.opens(), icons, row.at().toString(), row.time());
        if (row.cells().isEmpty()) {
            USUAL.write(out, row.level(), row.podLink(), row.writer(), row.podEnding());
        }
        row.cells().forEach(cell -> write(out, cell));
        TEXT.write(out, row.narrow(), row.start());
        row.matches().forEach(match -> MATCH.write(out, match.text(), match.after()));
        if (row.cut()) {
            REST.write(out, row.link());
        }
        END.write(out);
    }

    private static void write(StringBuilder out, LineRow.Cell cell) {
        if (cell.filter() == null) {
            CELL.write(out, cell.text());
        } else {
            FILTERING_CELL.write(out, cell.field(), cell.filter(), cell.text());
        }
    }
}
