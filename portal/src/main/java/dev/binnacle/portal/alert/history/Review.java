package dev.binnacle.portal.alert.history;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a period brought, beside the time as long before it.
 *
 * @param names the noisiest first, at most {@link ReviewRecords#MOST_NAMES}
 * @param before what the names had in the time before; a name that had nothing then is missing
 * @param hours how many alerts began in each hour of each weekday, Monday and midnight first
 * @param blind for how long not all alerts could be seen
 */
public record Review(
        Figures all,
        List<Figures> names,
        Figures allBefore,
        Map<String, Figures> before,
        List<List<Long>> hours,
        Duration blind) {

    public Review {
        names = List.copyOf(names);
        before = Map.copyOf(before);
        hours = List.copyOf(hours);
    }
}
