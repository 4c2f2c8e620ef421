package dev.binnacle.portal.cluster;

import java.time.Instant;

/** Keeps the compact record of an event, of the older and of the newer form. */
final class EventProjection implements Projection<Event> {

    private static final int MESSAGE_LIMIT = 2000;

    @Override
    public Event project(Item item, Interner interner) {
        Item about = item.at("involvedObject");
        Item series = item.at("series");
        Instant created = item.at("metadata").time("creationTimestamp", Instant.EPOCH);
        Instant first = item.time("firstTimestamp", item.time("eventTime", created));
        Instant last = series.time("lastObservedTime", item.time("lastTimestamp", first));
        String message = item.text("message");
        String component = item.at("source").text("component", item.text("reportingComponent"));
        return new Event(
                interner.same(about.text("namespace")),
                interner.same(about.text("kind")),
                interner.same(about.text("name")),
                item.text("type").equals("Warning"),
                interner.same(item.text("reason")),
                interner.same(message.length() <= MESSAGE_LIMIT ? message : message.substring(0, MESSAGE_LIMIT) + " …"),
                interner.same(component.isEmpty() ? item.text("reportingComponent") : component),
                Math.max(1, Math.max(item.number("count", 1), series.number("count", 1))),
                first,
                last);
    }
}
