package dev.binnacle.portal.log;

/** How far a line is known to Elasticsearch. */
public enum Sighting {
    /** No search finds it. */
    NOWHERE,
    /** A search finds it, but not among the lines of the environment. */
    ELSEWHERE,
    /** The log page of the environment finds it. */
    VISIBLE
}
