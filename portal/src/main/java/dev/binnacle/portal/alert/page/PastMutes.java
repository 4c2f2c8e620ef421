package dev.binnacle.portal.alert.page;

import dev.binnacle.portal.alert.history.Figures;
import dev.binnacle.portal.alert.history.History;
import dev.binnacle.portal.alert.history.Period;
import dev.binnacle.portal.alert.history.Review;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import dev.binnacle.portal.web.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
        try {
            Review review = history.review(environment, new Period(now.minus(BACK), now, ZoneOffset.UTC), matchers);
            Figures all = review.all();
            String blind = review.blind().isPositive()
                    ? " For %s not all alerts could be seen.".formatted(times.length(review.blind()))
                    : "";
            return "In the last 7 days it would have muted "
                    + (all.fired() == 0
                            ? "nothing."
                            : Text.count(all.fired(), "alert", "alerts") + " of "
                                    + Text.count(review.names().size(), "name.", "names."))
                    + blind;
        } catch (DataAccessException | TransactionException | Unavailable silent) {
            return "What it would have muted in the last 7 days is not known now.";
        }
    }
}
