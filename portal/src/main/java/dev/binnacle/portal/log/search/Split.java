package dev.binnacle.portal.log.search;

import java.util.List;

/**
 * How a histogram tells lines apart.
 *
 * @param field one that stores whole values
 * @param values those that are counted on their own; all others are counted together
 */
public record Split(Field field, List<String> values) {

    public Split {
        values = List.copyOf(values);
    }
}
