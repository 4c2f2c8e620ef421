package dev.binnacle.portal.alert.rule;

import dev.binnacle.portal.metric.Series;
import java.time.Instant;
import java.util.List;

/**
 * How what a rule looks at went, around the time at which an alert of it began.
 *
 * @param rule that the alert comes from
 * @param operator between the values and the threshold; empty where the rule compares nothing
 * @param values of the series that have no other labels than the alert; none where Prometheus has no such
 * @param threshold a series of one value in each point; without points where there is none
 */
public record Curve(KnownRule rule, String operator, List<Series> values, Series threshold, Instant from, Instant to) {

    public Curve {
        values = List.copyOf(values);
    }
}
