package dev.binnacle.portal.audit;

/**
 * The end of the trail.
 *
 * @param number of the last entry, which is how many there are; 0 before the first
 * @param seal of the last entry
 */
record Head(long number, Seal seal) {}
