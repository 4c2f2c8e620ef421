package dev.binnacle.portal.web;

/**
 * The first thing that a page says.
 *
 * @param status how it is
 * @param says one sentence: what, how much, since when
 * @param because why, in a sentence or two; empty where nothing more is known
 */
public record Verdict(Status status, String says, String because) {

    public Verdict(Status status, String says) {
        this(status, says, "");
    }
}
