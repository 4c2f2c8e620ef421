package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.query.Kql;
import dev.binnacle.portal.log.query.Literal;
import dev.binnacle.portal.log.search.Line;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Neighbours;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.web.Zones;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what a container wrote around one of its lines, over its restarts, whatever the line was searched by. */
@Component
class Surroundings {

    /** The most lines on one side. */
    private static final int MOST = 500;

    private static final int MORE = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final LineReading lines;
    private final LogStore store;

    Surroundings(LineReading lines, LogStore store) {
        this.lines = lines;
        this.store = store;
    }

    /**
     * @param before how many lines before it are wanted; 500 at most
     * @param after how many lines after it are wanted; 500 at most
     * @param asked by whose clock
     * @throws NotFound where the line is gone, out of the environment's scope, or does not say which pod wrote it
     */
    SurroundingsView of(Environment environment, String index, String id, int before, int after, Asked asked) {
        int wantedBefore = Math.clamp(before, 0, MOST);
        int wantedAfter = Math.clamp(after, 0, MOST);
        Line line = lines.find(environment, index, id);
        if (line.pod().isEmpty()) {
            throw new NotFound("This line does not say which pod wrote it, so no line is known to be beside it.");
        }
        Neighbours found = LineReading.found(
                environment, store.around(environment, line, wantedBefore, wantedAfter), Neighbours.NONE);
        String partial = Troubles.partial(found.failedShards());
        List<Line> all = new ArrayList<>(found.lines());
        int place = place(all, line);
        int first = Math.max(0, place - wantedBefore);
        int last = Math.min(all.size(), place + 1 + wantedAfter);
        Window window = new Window(environment, line, wantedBefore, wantedAfter, asked.elsewhere());
        Beyond earlier = Beyond.of(first > 0, found.moreBefore());
        Beyond later = Beyond.of(last < all.size(), found.moreAfter());
        boolean dated =
                Duration.between(all.get(first).at(), all.get(last - 1).at()).compareTo(DAY) > 0;
        return new SurroundingsView(
                environment.name(),
                Excerpt.word(line.pod(), LineRow.NAME),
                Excerpt.word(line.container(), LineRow.NAME),
                ReadersZone.says(line.at(), asked),
                Zones.place(ReadersZone.of(asked)),
                Links.pod(environment.name(), line.namespace(), line.pod()),
                rows(environment, all.subList(first, place), asked, dated),
                rows(environment, List.of(line), asked, dated).getFirst(),
                rows(environment, all.subList(place + 1, last), asked, dated),
                window.earlier(earlier, all.getFirst()),
                window.later(later, all.getLast()),
                says(earlier, wantedBefore, "before it", "Nothing was written before.") + partial,
                says(later, wantedAfter, "after it", "Nothing was written after it so far.") + partial,
                search(environment, line, asked));
    }

    /** Where more lines of one moment were written than were asked for, the line may not be among them. */
    private static int place(List<Line> all, Line line) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(line.id()) && all.get(i).index().equals(line.index())) {
                return i;
            }
        }
        int place = (int)
                all.stream().filter(other -> other.at().isBefore(line.at())).count();
        all.add(place, line);
        return place;
    }

    private static List<LineRow> rows(Environment environment, List<Line> some, Asked asked, boolean dated) {
        Asked usual = asked.elsewhere();
        ZoneId zone = ReadersZone.of(asked);
        return some.stream()
                .map(line -> LineRow.of(environment.name(), usual, line, zone, dated))
                .toList();
    }

    private static String says(Beyond beyond, int wanted, String side, String nothing) {
        return switch (beyond) {
            case NOTHING -> nothing;
            case TOO_LONG -> "There are more lines " + side + "; these are as many as fit.";
            case MORE ->
                wanted < MOST
                        ? "There are more lines " + side + "."
                        : "There are more lines " + side + "; this page shows %d at most.".formatted(MOST);
        };
    }

    private static String search(Environment environment, Line line, Asked asked) {
        Clause pod = new Clause.Is(new Literal(List.of("kubernetes.pod_name"), false), Literal.phrase(line.pod()));
        return asked.elsewhere()
                .filtered(Kql.print(pod), Kql.print(new Clause.Not(pod)))
                .during(
                        line.at().minus(HALF_HOUR).toString(),
                        line.at().plus(HALF_HOUR).toString())
                .with(Asked.SORT, Asked.OLDEST)
                .link(environment.name());
    }

    /** What is beyond the lines of one side. */
    private enum Beyond {
        NOTHING,
        MORE,
        /** More than could be read together, as they are long. */
        TOO_LONG;

        static Beyond of(boolean read, boolean written) {
            if (read) {
                return MORE;
            }
            return written ? TOO_LONG : NOTHING;
        }
    }

    /** How much is shown, and the links that show more. */
    private record Window(Environment environment, Line line, int before, int after, Asked asked) {
        @Nullable
        String earlier(Beyond beyond, Line first) {
            return switch (beyond) {
                case NOTHING -> null;
                case TOO_LONG -> around(first);
                case MORE -> before < MOST ? link(line, Math.min(MOST, before + MORE), after) : null;
            };
        }

        @Nullable
        String later(Beyond beyond, Line last) {
            return switch (beyond) {
                case NOTHING -> null;
                case TOO_LONG -> around(last);
                case MORE -> after < MOST ? link(line, before, Math.min(MOST, after + MORE)) : null;
            };
        }

        /** Goes on from the outermost line; from one of the same moment it would lead to the same lines. */
        private @Nullable String around(Line outermost) {
            return outermost.at().equals(line.at()) ? null : link(outermost, before, after);
        }

        private String link(Line of, int otherBefore, int otherAfter) {
            return LineLinks.around(
                    environment.name(),
                    of,
                    Stream.concat(
                                    Stream.of(
                                            "before",
                                            Integer.toString(otherBefore),
                                            "after",
                                            Integer.toString(otherAfter)),
                                    asked.parameters().stream())
                            .toList());
        }
    }
}
