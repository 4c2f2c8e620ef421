package dev.binnacle.portal.delivery.operation;

import dev.binnacle.portal.web.Status;

/**
 * One check before an operation, as it was when the plan was made.
 *
 * @param says the reason, in a sentence
 */
public record Check(Level level, String says) {
    /** What a check says of going on. */
    public enum Level {
        GO("Go", Status.OK),
        UNKNOWN("Not known", Status.UNKNOWN),
        WARN("Warn", Status.WARNING),
        BLOCK("Block", Status.CRITICAL);

        private final String word;
        private final Status status;

        Level(String word, Status status) {
            this.word = word;
            this.status = status;
        }

        public String word() {
            return word;
        }

        public Status status() {
            return status;
        }
    }

    public static Check go(String says) {
        return new Check(Level.GO, says);
    }

    public static Check warn(String says) {
        return new Check(Level.WARN, says);
    }

    public static Check block(String says) {
        return new Check(Level.BLOCK, says);
    }

    public static Check unknown(String says) {
        return new Check(Level.UNKNOWN, says);
    }
}
