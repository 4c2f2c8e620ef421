package dev.binnacle.portal.log;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.query.Clause;
import dev.binnacle.portal.log.search.Lines;
import dev.binnacle.portal.log.search.LogStore;
import dev.binnacle.portal.log.search.Pods;
import dev.binnacle.portal.log.search.Search;
import dev.binnacle.portal.log.search.SearchOutcome;
import dev.binnacle.portal.problem.Forbidden;
import dev.binnacle.portal.problem.NotFound;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.LogLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last lines of a workload's pods, those that are gone included. */
@Component
class WorkloadLines {

    private static final int SHOWN = 10;
    private static final Duration SINCE = Duration.ofHours(24);

    private final LogStore store;
    private final Clock clock;

    WorkloadLines(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    View of(Environment environment, String workload) {
        Pods.Of pods = WorkloadName.read(workload)
                .orElseThrow(() -> new NotFound("“" + workload + "” is not a kind, a namespace and a name."));
        Asked asked = Asked.usually().with(Asked.FROM, "now-24h").with(Asked.WORKLOAD, workload);
        String search = LogLinks.ofWorkload(environment.name(), pods.kind(), pods.namespace(), pods.name())
                .lately();
        String self = Links.path(
                "environments", environment.name(), "logs", "of", pods.namespace(), pods.kind(), pods.name());
        try {
            return view(environment, pods, asked, self, search);
        } catch (Unavailable unavailable) {
            return new View(self, List.of(), search, Nothing.failing(unavailable.sentence()));
        } catch (Forbidden forbidden) {
            return new View(self, List.of(), search, Nothing.forbidden(forbidden.sentence()));
        }
    }

    private View view(Environment environment, Pods.Of pods, Asked asked, String self, String search) {
        Instant now = clock.instant();
        TimeRange range = new TimeRange(asked.from(), asked.to(), now.minus(SINCE), now, ZoneOffset.UTC);
        Search last = new Search(new Clause.Everything(), pods, range.start(), range.end(), true);
        SearchOutcome<Lines> outcome = store.last(environment, last, SHOWN);
        List<LineRow> rows = outcome instanceof SearchOutcome.Found(Lines lines)
                ? LogSearches.rows(environment, asked, range, lines.lines()).reversed()
                : List.of();
        Nothing none = Nothing.found(
                "No line of " + pods.kind() + " " + pods.name() + " in the last 24 hours.",
                "A new line takes a few seconds to arrive here.",
                null,
                null);
        return new View(
                self,
                rows,
                search,
                rows.isEmpty() ? Troubles.of(outcome, environment.name()).orElse(none) : null);
    }

    /**
     * @param self the address of this fragment, which it asks again
     * @param rows newest last, as a terminal shows them
     * @param search the same lines on the log page
     */
    record View(
            String self,
            List<LineRow> rows,
            String search,
            @Nullable Nothing nothing) {}
}
