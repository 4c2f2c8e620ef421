package dev.binnacle.portal.probe;

/** How far a probe's line came, in the order in which a line comes along. */
enum Stage {
    /** The echo service answered the request. */
    ANSWERED("Answered"),
    /** Its line is in the log of the pod. */
    WRITTEN("Written"),
    /** A search of the index finds it. */
    SEARCHABLE("Searchable"),
    /** The log page of the environment shows it. */
    VISIBLE("Visible");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** @return as metrics have it */
    String token() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
