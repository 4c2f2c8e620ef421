package dev.binnacle.portal.log.search;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The part of a search's time in which a walk looks for its next page. Elasticsearch goes through all lines of that part
 * to find the first ones after the last, so it becomes narrower where lines are dense, and wider where there are few.
 *
 * @param whole the search, with all of its time
 * @param from the first moment of this part, in whole milliseconds or the search's first
 * @param to the moment after its last
 */
record Stretch(Search whole, Instant from, Instant to) {

    /** How much narrower or wider than the one before a part is at most. */
    private static final int CHANGE = 10;

    /** What the finest index of moments that is no nanosecond's keeps apart. */
    private static final Duration LEAST = Duration.ofMillis(1);

    static Stretch all(Search search) {
        return new Stretch(search, search.from(), search.to());
    }

    Search search() {
        return whole.during(from, to);
    }

    /** @return whether nothing of the search's time comes after this part */
    boolean isLast() {
        return whole.newestFirst() ? from.equals(whole.from()) : to.equals(whole.to());
    }

    /** @return where lines go on after a full page, in a part for about two such pages */
    Stretch after(List<Line> page) {
        Instant last = page.getLast().at();
        Duration covered = Duration.between(page.getFirst().at(), last).abs().multipliedBy(2);
        Duration least = length().dividedBy(CHANGE);
        return at(last, covered.compareTo(least) > 0 ? covered : least);
    }

    /** @return the part beyond this one, where there was no further full page in it */
    Stretch beyond() {
        return at(whole.newestFirst() ? from : to, length().multipliedBy(CHANGE));
    }

    private Duration length() {
        return Duration.between(from, to);
    }

    /** Both of its ends may hold lines that were read already; where to go on tells those apart. */
    private Stretch at(Instant edge, Duration width) {
        Instant least = edge.truncatedTo(ChronoUnit.MILLIS);
        return whole.newestFirst()
                ? within(least.minus(width).truncatedTo(ChronoUnit.MILLIS), least.plus(LEAST))
                : within(least, least.plus(width).truncatedTo(ChronoUnit.MILLIS).plus(LEAST));
    }

    private Stretch within(Instant first, Instant end) {
        return new Stretch(
                whole, first.isBefore(whole.from()) ? whole.from() : first, end.isAfter(whole.to()) ? whole.to() : end);
    }
}
