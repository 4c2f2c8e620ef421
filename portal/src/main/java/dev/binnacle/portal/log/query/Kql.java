package dev.binnacle.portal.log.query;

/**
 * The Kibana Query Language, as <a href="https://www.elastic.co/docs/reference/query-languages/kql">Elastic documents
 * it</a>: words, phrases, {@code field: value}, {@code field: (a or b)}, wildcards, ranges, {@code and}, {@code or},
 * {@code not}, parentheses, nested fields and escapes.
 */
public final class Kql {

    /** The longest text that is looked at, in characters. */
    public static final int MAX_LENGTH = 4_000;

    /** The deepest nesting; Elasticsearch itself stops at 30. */
    static final int MAX_DEPTH = 20;

    private Kql() {}

    /** Never throws; takes time in proportion to the text. */
    public static Parsed parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Parsed.Fault(
                    MAX_LENGTH, "The query is longer than %,d characters; shorten it.".formatted(MAX_LENGTH));
        }
        try {
            return new Parsed.Understood(new Parser(new Scanner(text)).query());
        } catch (Misplaced misplaced) {
            return misplaced.fault();
        }
    }

    /** @return a text that parses to the same clause */
    public static String print(Clause clause) {
        return Printer.print(clause);
    }
}
