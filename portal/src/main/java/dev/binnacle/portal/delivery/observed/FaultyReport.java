package dev.binnacle.portal.delivery.observed;

/** What is wrong with a report. */
final class FaultyReport extends Exception {
    private final String field;

    /** @param field at fault; empty where it is the whole body */
    FaultyReport(String field, String what) {
        super(field.isEmpty() ? what : field + " " + what + ".");
        this.field = field;
    }

    String field() {
        return field;
    }
}
