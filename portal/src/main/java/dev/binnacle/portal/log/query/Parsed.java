package dev.binnacle.portal.log.query;

/** What a text in the search box turned out to be. */
public sealed interface Parsed {

    record Understood(Clause clause) implements Parsed {}

    /**
     * @param position where the text stops making sense, in characters from its beginning; at most its length
     * @param sentence what is wrong there and what could stand there
     */
    record Fault(int position, String sentence) implements Parsed {}
}
