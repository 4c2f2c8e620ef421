package dev.binnacle.portal.web;

import java.util.List;

/**
 * Rows of CSV that nothing runs: a value that a spreadsheet would take for a formula is led by an apostrophe, and signs
 * stand for what would control a terminal.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Csv {

    private static final String RUN = "=+-@＝＋－＠\t\r\n";

    private Csv() {}

    /** @return the values in quotation marks, and the end of the row */
    public static String row(List<String> values) {
        StringBuilder row = new StringBuilder(256);
        for (String written : values) {
            String value = ReadableText.of(written);
            row.append(row.isEmpty() ? "\"" : ",\"");
            if (!value.isEmpty() && RUN.indexOf(value.charAt(0)) >= 0) {
                row.append('\'');
            }
            row.append(value.indexOf('"') < 0 ? value : value.replace("\"", "\"\""))
                    .append('"');
        }
        return row.append("\r\n").toString();
    }
}
