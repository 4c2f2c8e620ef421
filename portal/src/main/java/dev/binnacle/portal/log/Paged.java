package dev.binnacle.portal.log;

import dev.binnacle.portal.log.search.Continuation;
import dev.binnacle.portal.log.search.Lines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come in a list of lines; travels in the link to the next rows.
 *
 * @param shown lines shown already
 * @param total lines that matched when the search began
 */
record Paged(
        @Nullable String point,
        @Nullable String cursor,
        long position,
        @Nullable List<String> seen,
        long shown,
        long total) {

    Continuation continuation() {
        return new Continuation(
                point == null ? "" : point, cursor == null ? "" : cursor, position, seen == null ? List.of() : seen);
    }

    /** @param fixed the search with moments in place of what is relative to now */
    static LogView.More after(Lines page, long shown, long total, Asked fixed, String environment) {
        Continuation next = page.next();
        String says = (shown >= total
                        ? (shown == 1 ? "1 line, all that matches" : "%,d lines, all that match".formatted(shown))
                        : "%,d of %,d, an exact count".formatted(shown, total))
                + (page.failedShards() == 0 ? "" : "." + Troubles.partial(page.failedShards()));
        if (next == null) {
            return new LogView.More(says, null, null, null);
        }
        List<String> parameters = new ArrayList<>(fixed.parameters());
        parameters.addAll(List.of("point", next.pointInTime(), "cursor", next.cursor()));
        parameters.addAll(List.of("position", String.valueOf(next.position())));
        next.seen().forEach(id -> parameters.addAll(List.of("seen", id)));
        parameters.addAll(List.of("shown", String.valueOf(shown), "total", String.valueOf(total)));
        Asked plain = fixed.newestFirst()
                ? fixed.during(fixed.from(), next.cursor())
                : fixed.during(next.cursor(), fixed.to());
        return new LogView.More(
                says,
                fixed.newestFirst() ? "Older lines" : "Later lines",
                Links.with(Links.path("environments", environment, "logs", "more"), parameters),
                plain.link(environment));
    }
}
