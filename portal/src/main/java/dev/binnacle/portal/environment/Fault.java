package dev.binnacle.portal.environment;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name and element id
 * @param sentence for whoever filled it in
 */
record Fault(String field, String sentence) {}
