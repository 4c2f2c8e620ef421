package dev.binnacle.portal.log;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * From one moment to the next by the clock of a zone, as the bars of Elasticsearch's histograms follow one another: a
 * step of a day that clocks are put back on has 25 hours.
 *
 * @see <a
 *     href="https://www.elastic.co/docs/reference/aggregations/search-aggregations-bucket-datehistogram-aggregation">Date
 *     histogram, “Time zone”</a>
 */
record Step(Duration length, ZoneId zone) {

    /** @return the first round moment that is not before the other */
    Instant first(Instant notBefore) {
        ZoneOffset offset = zone.getRules().getOffset(notBefore);
        long local = notBefore.toEpochMilli() + offset.getTotalSeconds() * 1_000L;
        long round = Math.ceilDiv(local, length.toMillis()) * length.toMillis();
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(round), ZoneOffset.UTC);
        return ZonedDateTime.ofLocal(time, zone, offset).toInstant();
    }

    /** @return the round moment after one that is round itself */
    Instant after(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
        if (change != null && change.isOverlap() && !local.isBefore(change.getDateTimeAfter())) {
            // Its hour comes twice, and Elasticsearch begins anew with the second.
            Instant next = moment.plus(length);
            return next.isBefore(change.getInstant()) ? next : change.getInstant();
        }
        return first(moment.plusMillis(1));
    }
}
