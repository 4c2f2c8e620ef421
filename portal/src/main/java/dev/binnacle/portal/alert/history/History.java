package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Changes;
import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.problem.Unavailable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What fired when, and what came of it. */
@Service
@Transactional(readOnly = true, timeout = 9)
public class History {

    private final Reviews reviews;
    private final ReviewRecords records;
    private final PastRecords past;
    private final LabelSets labelSets;
    private final Sight sight;
    private final FollowingRecords following;
    private final List<Changes> changes;

    History(
            Reviews reviews,
            ReviewRecords records,
            PastRecords past,
            LabelSets labelSets,
            Sight sight,
            FollowingRecords following,
            List<Changes> changes) {
        this.reviews = reviews;
        this.records = records;
        this.past = past;
        this.labelSets = labelSets;
        this.sight = sight;
        this.following = following;
        this.changes = List.copyOf(changes);
    }

    /**
     * @return what became of the alerts that match and began in the period
     * @throws Unavailable where one of its queries takes longer than nine seconds, or too many look back
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Review review(Environment environment, Period period, Matchers matchers) {
        return inTime(() -> reviews.review(
                environment.id(),
                period,
                sets(environment, period.before(), matchers),
                sight.blind(environment.id(), period.from(), period.to())));
    }

    /** @return of the alerts that match and began in the period: all together first, then by name, the noisiest first */
    public List<Figures> figures(Environment environment, Period period, Matchers matchers) {
        return records.figures(environment.id(), period, sets(environment, period, matchers));
    }

    /** @return alerts that match and began in the period, soon after a change of what they are about; newest change first */
    public List<Following> following(Environment environment, Period period, Matchers matchers) {
        List<Changes.Change> known = changes.stream()
                .flatMap(room -> room.between(environment, FollowingRecords.earliest(period), period.to()).stream())
                .sorted(Comparator.comparing(Changes.Change::at).reversed())
                .toList();
        return known.isEmpty()
                ? List.of()
                : inTime(() ->
                        following.following(environment.id(), period, known, sets(environment, period, matchers)));
    }

    /** @return in how much of the period not all alerts could be seen */
    public Duration blind(Environment environment, Period period) {
        return sight.blind(environment.id(), period.from(), period.to());
    }

    /** @return those that match and began in the period, the newest first */
    public List<Past> list(Environment environment, Period period, Matchers matchers, int most) {
        return past.list(environment.id(), period, sets(environment, period, matchers), most);
    }

    private static <T> T inTime(Supplier<T> look) {
        try {
            return look.get();
        } catch (QueryTimeoutException slow) {
            throw new Unavailable(
                    "PostgreSQL", "It takes too long to look back so far. Choose a shorter time, or filter.", slow);
        }
    }

    private Long @Nullable [] sets(Environment environment, Period period, Matchers matchers) {
        return matchers.all().isEmpty() ? null : labelSets.matching(environment.id(), matchers, period.from());
    }
}
