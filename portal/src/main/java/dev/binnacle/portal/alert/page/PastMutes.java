package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Figures;
import dev.binnacle.portal.alert.history.History;
import dev.binnacle.portal.alert.history.Period;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.web.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says what a silence would have muted, had it been there. */
@Component
class PastMutes {

    private static final Duration BACK = Duration.ofDays(7);

    private final History history;
    private final Times times;
    private final Clock clock;

    PastMutes(History history, Times times, Clock clock) {
        this.history = history;
        this.times = times;
        this.clock = clock;
    }

    String muted(Environment environment, Matchers matchers) {
        Instant now = clock.instant();
        Period period = new Period(now.minus(BACK), now, ZoneOffset.UTC);
        try {
            List<Figures> figures = history.figures(environment, period, matchers);
            long fired = figures.getFirst().fired();
            Duration blind = history.blind(environment, period);
            return "In the last 7 days it would have muted "
                    + (fired == 0
                            ? "nothing."
                            : Text.count(fired, "alert", "alerts") + " of "
                                    + Text.count(figures.size() - 1, "name.", "names."))
                    + (blind.isPositive()
                            ? " For %s not all alerts could be seen.".formatted(times.length(blind))
                            : "");
        } catch (DataAccessException | TransactionException silent) {
            return "What it would have muted in the last 7 days is not known now.";
        }
    }
}
