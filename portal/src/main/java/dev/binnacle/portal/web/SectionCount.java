package dev.binnacle.portal.web;

/** A number beside an entry of the side navigation; published as a bean by the room whose page the entry leads to. */
public interface SectionCount {

    /** @return the path of the {@link Section} that it stands beside */
    String section();

    /** @return what there is of it now in the environment; every page waits for it, so only PostgreSQL is asked, if that */
    Count of(String environment);

    /**
     * @param status of the worst that is counted
     * @param number 0 shows nothing
     * @param word what is counted: "firing"
     * @param acknowledged how many of them somebody looks after
     * @param topic at whose changes it is counted again
     * @param path where it is then fetched from
     */
    record Count(Status status, long number, String word, long acknowledged, String topic, String path) {

        /** @return the identity of its element on the page */
        public String id() {
            return "count-" + topic;
        }
    }
}
