package dev.binnacle.portal.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of CSV, of which a spreadsheet runs nothing: a value that it would take for a formula is led by an apostrophe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class Csv {

    private static final String RUN = "=+-@\t\r";

    private Csv() {}

    /** @return the values in quotation marks, and the end of the row */
    public static String row(Stream<String> values) {
        return values.map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String value) {
        String safe = !value.isEmpty() && RUN.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
