package dev.binnacle.portal.log.search;

/**
 * What became of what Elasticsearch was asked for.
 *
 * @param <T> what is found
 */
public sealed interface SearchOutcome<T> {

    record Found<T>(T found) implements SearchOutcome<T> {}

    /** @param reason why Elasticsearch refused the query, in its own words, at most 500 characters */
    record Refused<T>(String reason) implements SearchOutcome<T> {}

    /** The environment names no Elasticsearch. */
    record NotConnected<T>() implements SearchOutcome<T> {}

    /** @param index the name or pattern that no index has */
    record NoIndex<T>(String index) implements SearchOutcome<T> {}

    /** @param sentence what the index lacks */
    record Unsuited<T>(String sentence) implements SearchOutcome<T> {}

    /** It took too long and was stopped, in Elasticsearch too. */
    record Stopped<T>() implements SearchOutcome<T> {}

    /** The point in time that the lines were read at is no longer kept. */
    record Expired<T>() implements SearchOutcome<T> {}
}
