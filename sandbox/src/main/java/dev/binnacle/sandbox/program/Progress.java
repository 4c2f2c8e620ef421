package dev.binnacle.sandbox.program;

/** Hears how far a build is. */
@FunctionalInterface
public interface Progress {

    /** @param percent of its packages */
    void building(String detail, int percent);
}
