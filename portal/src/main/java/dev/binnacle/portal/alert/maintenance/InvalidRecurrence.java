package dev.binnacle.portal.alert.maintenance;

/** What is wrong with a recurrence that somebody typed. */
public final class InvalidRecurrence extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;

    InvalidRecurrence(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** @return "cron", "zone" or "length" */
    public String field() {
        return field;
    }
}
