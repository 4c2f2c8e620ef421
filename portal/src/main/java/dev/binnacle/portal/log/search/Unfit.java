package dev.binnacle.portal.log.search;

/** The index is there, but is not made for what was asked. */
final class Unfit extends Exception {

    Unfit(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
