package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.alert.Changes.Change;
import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds alerts that began soon after changes of what they are about. */
@Repository
class FollowingRecords {

    /** After that, something else is as likely. */
    private static final Duration SOON = Duration.ofMinutes(30);
    /** Those are told that began soonest. */
    private static final int MOST = 50;

    /** Labels name a workload as the alerts' pages understand them; a pod's name begins with its workload's. */
    private static final String FOLLOWING = """
            select c.number, s.name, count(*) as fired, extract(epoch from min(h.starts_at - c.at)) as after
            from unnest(:at::timestamptz[], :namespaces::text[], :names::text[]) with ordinality
              as c(at, namespace, name, number)
            join alert_history h on h.environment = :environment and h.starts_at >= c.at
              and h.starts_at < c.at + make_interval(secs => :soon) and h.starts_at >= :from and h.starts_at < :to
            join alert_label_sets s on s.id = h.label_set
            where (:sets::bigint[] is null or h.label_set = any(:sets::bigint[]))
              and s.labels->>'namespace' = c.namespace
              and (c.name in (s.labels->>'deployment', s.labels->>'statefulset', s.labels->>'daemonset', s.labels->>'app',
                  s.labels->>'workload', s.labels->>'horizontalpodautoscaler')
                or starts_with(s.labels->>'pod', c.name || '-'))
            group by c.number, s.name order by c.number, after limit :most""";

    private final JdbcClient database;

    FollowingRecords(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param changes the newest first
     * @param sets the ids of the labels that are looked at; null for all
     * @return in the order of the changes
     */
    List<Following> following(EnvironmentId environment, Period period, List<Change> changes, Long @Nullable [] sets) {
        return database.sql(FOLLOWING)
                .param("environment", environment.value())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("at", each(changes, change -> change.at().toString()), Types.ARRAY)
                .param("namespaces", each(changes, Change::namespace), Types.ARRAY)
                .param("names", each(changes, Change::name), Types.ARRAY)
                .param("sets", sets, Types.ARRAY)
                .param("soon", SOON.toSeconds())
                .param("most", MOST)
                .query((row, number) -> new Following(
                        changes.get(row.getInt("number") - 1),
                        row.getString("name"),
                        row.getLong("fired"),
                        Duration.ofSeconds(row.getLong("after"))))
                .list();
    }

    /** @return the earliest time at which a change counts for the period */
    static Instant earliest(Period period) {
        return period.from().minus(SOON);
    }

    private static String[] each(List<Change> changes, Function<Change, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }
}
