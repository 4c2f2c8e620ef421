package dev.binnacle.portal.log.query;

/** A character stands where the language has no place for it. */
final class Misplaced extends Exception {

    private final int position;

    Misplaced(int position, String sentence) {
        super(sentence, null, false, false);
        this.position = position;
    }

    Parsed.Fault fault() {
        return new Parsed.Fault(position, String.valueOf(getMessage()));
    }
}
