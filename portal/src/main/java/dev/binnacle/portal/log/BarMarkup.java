package dev.binnacle.portal.log;

import java.util.Locale;

/** A bar of the histogram. */
final class BarMarkup {

    private static final Markup BAR = new Markup("""
            <a class="bar" href="{}" data-from="{}" data-to="{}" aria-label="{}"><title>{}</title>\
            <rect class="hit" x="{}" width="{}" y="20" height="108"/>""");
    private static final Markup PART = new Markup("<rect class=\"{}\" x=\"{}\" width=\"{}\" y=\"{}\" height=\"{}\"/>");
    private static final Markup BAR_END = new Markup("</a>");
    private static final Markup ROW =
            new Markup("<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td class=\"number\">{}</td>");
    private static final Markup NUMBER = new Markup("<td class=\"number\">{}</td>");
    private static final Markup ROW_END = new Markup("</tr>");

    private BarMarkup() {}

    /** Writes it as a part of the drawing. */
    static void draw(StringBuilder out, Histogram.Bar bar) {
        BAR.write(
                out,
                bar.link(),
                bar.from().toString(),
                bar.to().toString(),
                bar.says(),
                bar.says(),
                bar.x(),
                bar.width());
        bar.parts().stream()
                .filter(part -> part.lines() > 0)
                .forEach(part -> PART.write(out, part.css(), bar.x(), bar.width(), part.y(), part.height()));
        BAR_END.write(out);
    }

    /** Writes it as a row of a table, for those who cannot see the drawing. */
    static void tell(StringBuilder out, Histogram.Bar bar) {
        ROW.write(out, bar.link(), bar.label(), number(bar.lines()));
        bar.parts().forEach(part -> NUMBER.write(out, number(part.lines())));
        ROW_END.write(out);
    }

    private static String number(long lines) {
        return String.format(Locale.UK, "%,d", lines);
    }
}
