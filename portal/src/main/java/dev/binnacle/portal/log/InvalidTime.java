package dev.binnacle.portal.log;

/** A text that was meant as a moment is none. */
final class InvalidTime extends Exception {

    InvalidTime(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
