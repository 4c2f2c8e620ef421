package dev.binnacle.portal.log;

import java.util.List;

/**
 * How the lines of a page are listed, with the links that list them otherwise.
 *
 * @param order of the lines: "newest"
 * @param otherOrder the link to the other order
 * @param wrap the link that wraps lines, or leaves them on one row each
 * @param density the link that moves rows together, or apart
 * @param patterns the link to the patterns of these lines
 * @param tail the link to these lines as they come
 * @param columns those that were asked for; none where the usual ones are shown
 */
public record LineTable(
        String order,
        String other,
        String otherOrder,
        boolean wraps,
        String wrap,
        boolean compact,
        String density,
        String patterns,
        String tail,
        List<Column> columns) {

    /**
     * @param without the same page without it
     * @param earlier the same page with it further to the left
     */
    public record Column(String field, String without, String earlier) {}

    static LineTable of(String environment, Asked asked) {
        return of(environment, asked, "");
    }

    /** @param page below the log page, "/tail", that the columns are on */
    static LineTable of(String environment, Asked asked, String page) {
        String other = asked.newestFirst() ? Asked.OLDEST : Asked.NEWEST;
        return new LineTable(
                asked.sort(),
                other,
                asked.with(Asked.SORT, other).link(environment),
                asked.wraps(),
                asked.with(Asked.WRAP, asked.wraps() ? "off" : "").link(environment),
                asked.compact(),
                asked.with(Asked.DENSITY, asked.compact() ? "" : "compact").link(environment),
                asked.linkTo(environment, "/patterns"),
                asked.linkTo(environment, "/tail"),
                asked.columns().stream()
                        .map(field -> new Column(
                                Excerpt.word(field, FieldsPanel.NAME),
                                asked.withoutColumn(field).linkTo(environment, page),
                                asked.columnEarlier(field).linkTo(environment, page)))
                        .toList());
    }

    /** @return how many columns the table has */
    public int width() {
        return columns.isEmpty() ? 5 : 3 + columns.size();
    }
}
