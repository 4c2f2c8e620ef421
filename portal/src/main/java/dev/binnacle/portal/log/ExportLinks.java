package dev.binnacle.portal.log;

/**
 * The links to files of what a page found.
 *
 * @param label "Export 9,633 lines"
 * @param says what the files hold
 * @param lines how many lines a file will have
 */
public record ExportLinks(String label, String says, long lines, String csv, String ndjson) {

    /**
     * @param fixed the search with moments in place of what is relative to now
     * @param most how many lines a file has at most
     */
    static ExportLinks of(String environment, Asked fixed, long total, long most) {
        long lines = Math.min(total, most);
        return new ExportLinks(
                "Export %,d %s".formatted(lines, lines == 1 ? "line" : "lines"),
                total > most
                        ? "The first %,d of %,d lines, as an export has no more.".formatted(most, total)
                        : "All of them, in the order of this page.",
                lines,
                fixed.linkTo(environment, "/export.csv"),
                fixed.linkTo(environment, "/export.ndjson"));
    }
}
