package dev.binnacle.portal.delivery.operation;

/**
 * Which operations of an environment a list shows; an empty part leaves nothing out.
 *
 * @param find part of a workload's name, of its namespace or of a reason, or a number
 * @param kind as in {@link Change#kind()}
 * @param outcome as in {@link Outcome#token()}, or "progress"
 * @param before only operations with a smaller number; 0 begins with the newest
 */
public record Filter(String environment, String find, String kind, String outcome, String account, long before) {}
