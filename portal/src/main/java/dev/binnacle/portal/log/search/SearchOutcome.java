package dev.binnacle.portal.log.search;

/** What became of a search that Elasticsearch was asked for. */
public sealed interface SearchOutcome {

    record Found(Lines lines) implements SearchOutcome {}

    /** @param reason why Elasticsearch refused the query, in its own words, at most 500 characters */
    record Refused(String reason) implements SearchOutcome {}

    /** The environment names no Elasticsearch. */
    record NotConnected() implements SearchOutcome {}

    /** @param index the name or pattern that no index has */
    record NoIndex(String index) implements SearchOutcome {}

    /** @param sentence what the index lacks */
    record Unsuited(String sentence) implements SearchOutcome {}

    /** It took too long and was stopped, in Elasticsearch too. */
    record Stopped() implements SearchOutcome {}

    /** The point in time that the lines were read at is no longer kept. */
    record Expired() implements SearchOutcome {}
}
