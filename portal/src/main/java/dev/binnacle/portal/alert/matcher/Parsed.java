package dev.binnacle.portal.alert.matcher;

/** What became of a text that should be matchers. */
public sealed interface Parsed permits Matchers, Parsed.Faulty {

    /**
     * It cannot be read.
     *
     * @param position of the first character that is wrong, from 0; the text's length where it ends too early
     * @param reason for the one who typed it
     */
    record Faulty(String text, int position, String reason) implements Parsed {}
}
