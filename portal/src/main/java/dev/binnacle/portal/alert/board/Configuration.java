package dev.binnacle.portal.alert.board;

/**
 * What a cluster of Alertmanagers runs with.
 *
 * @param yaml with secrets left out; empty where it is not known
 * @param problem why it is not known; empty where it is
 */
public record Configuration(String cluster, String yaml, String problem) {}
