package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * The most frequent values of a field in the lines that were found, or in a sample of them.
 *
 * @param field the one that was counted, which stores whole values
 * @param values the most frequent ones, most frequent first
 * @param whole whether the sample is all lines
 * @param sampled how many lines the sample has
 * @param having how many of those have the field
 * @param failedShards parts of the index that did not answer, whose lines are not in the sample
 */
public record FieldValues(Field field, List<Value> values, boolean whole, long sampled, long having, int failedShards) {

    public FieldValues {
        values = List.copyOf(values);
    }

    /** @param most how many of the most frequent values are told apart */
    public Split split(int most) {
        return new Split(field, values.stream().limit(most).map(Value::text).toList());
    }

    /** @param lines how many lines of the sample have it */
    public record Value(String text, long lines) {}
}
