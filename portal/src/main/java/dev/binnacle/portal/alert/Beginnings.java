package dev.binnacle.portal.alert;

import dev.binnacle.portal.alert.board.Boards;
import dev.binnacle.portal.alert.history.Past;
import dev.binnacle.portal.alert.history.PastAlerts;
import dev.binnacle.portal.environment.Environment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * When alerts began to fire, those that are over included. What fires is answered from memory; what is over by
 * PostgreSQL within a second, and left out where it does not answer.
 */
@Component
public class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    /** How much more than wanted is looked up, for what is known as firing already. */
    private static final int SPARE = 80;

    private final Boards boards;
    private final PastAlerts past;

    Beginnings(Boards boards, PastAlerts past) {
        this.boards = boards;
        this.past = past;
    }

    /**
     * @param to the moment after the last
     * @return those of what fires unsilenced and uninhibited, and of what is over, the newest first
     */
    public List<Beginning> between(Environment environment, Instant from, Instant to, int most) {
        return newest(
                environment,
                alert -> alert.state() == AlertState.FIRING,
                () -> past.began(environment, from, to, most + SPARE),
                new Time(from, to),
                most);
    }

    /**
     * @param kind as Kubernetes spells it, in any case: "Deployment"
     * @param to the moment after the last
     * @return those of the workload's alerts, silenced ones included, the newest first
     */
    public List<Beginning> ofWorkload(
            Environment environment, String namespace, String kind, String name, Instant from, Instant to, int most) {
        WorkloadLabels workload = new WorkloadLabels(namespace, kind, name);
        return newest(
                environment,
                alert -> alert.state() != AlertState.PENDING && workload.match(alert),
                () -> past.began(environment, namespace, workload::match, from, to, most + SPARE),
                new Time(from, to),
                most);
    }

    private List<Beginning> newest(
            Environment environment, Predicate<Alert> wanted, Supplier<List<Past>> over, Time time, int most) {
        List<Alert> known = boards.board(environment).alerts().stream()
                .filter(alert -> time.holds(alert.startsAt()))
                .toList();
        Set<Key> keys = known.stream().map(Key::of).collect(Collectors.toSet());
        Stream<Beginning> before = told(over).stream()
                .map(each -> new Beginning(each.alert(), each.endsAt() != null))
                .filter(beginning -> !keys.contains(Key.of(beginning.alert())));
        return Stream.concat(known.stream().filter(wanted).map(alert -> new Beginning(alert, false)), before)
                .sorted(Comparator.comparing(
                        (Beginning beginning) -> beginning.alert().startsAt(), Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private static List<Past> told(Supplier<List<Past>> over) {
        try {
            return over.get();
        } catch (DataAccessException | TransactionException silent) {
            LOG.debug("No alerts that are over: {}", silent.toString());
            return List.of();
        }
    }

    /** @param over whether it fires no more */
    public record Beginning(Alert alert, boolean over) {

        /** @return the path, below the environment's, of the page that tells all that is known of it */
        public String story() {
            return "alerts/" + alert.fingerprint() + "?began=" + alert.startsAt();
        }
    }

    private record Time(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** What tells one from others, in the milliseconds that the history keeps. */
    private record Key(String fingerprint, Instant began) {

        static Key of(Alert alert) {
            return new Key(alert.fingerprint(), alert.startsAt().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
