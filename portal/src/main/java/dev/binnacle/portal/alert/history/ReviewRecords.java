package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the history. Each query reads the months of its period, and nothing else. */
@Repository
class ReviewRecords {

    static final int MOST_NAMES = 500;

    private static final String OF_PERIOD = """
            h.environment = :environment and h.starts_at >= :from and h.starts_at < :to
            and (:sets::bigint[] is null or h.label_set = any(:sets::bigint[]))""";

    static final String FIGURES = """
            select s.name, count(*) as fired, count(distinct h.label_set) as label_sets,
              count(*) filter (where h.ends_at is null) as firing,
              percentile_cont(0.5) within group (order by extract(epoch from h.ends_at - h.starts_at))
                filter (where h.ends_after is null) as lasted,
              count(a.at) as acknowledged,
              percentile_cont(0.5) within group (order by extract(epoch from a.at - h.starts_at)) as acknowledged_after,
              count(m.label_set) as silenced,
              count(*) filter (where h.starts_at < h.last_end + interval '10 minutes') as again
            from (select label_set, starts_at, ends_at, ends_after,
                lag(ends_at) over (partition by label_set order by starts_at) as last_end
              from alert_history h where %1$s) h
            join alert_label_sets s on s.id = h.label_set
            left join (select fingerprint, alert_starts_at, min(acknowledged_at) as at from alert_acknowledgements
              where environment = :environment and alert_starts_at >= :from and alert_starts_at < :to group by 1, 2) a
              on a.fingerprint = s.fingerprint and a.alert_starts_at = h.starts_at
            left join (select distinct label_set, starts_at from alert_mutings h where %1$s and kind = 'silenced') m
              on m.label_set = h.label_set and m.starts_at = h.starts_at
            group by grouping sets ((s.name), ())
            order by grouping(s.name) desc, fired desc, s.name limit %2$d""".formatted(OF_PERIOD, MOST_NAMES + 1);

    private final JdbcClient database;

    ReviewRecords(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param sets the ids of the labels that are looked at; null for all
     * @return of all together first, then by name, the noisiest first
     */
    List<Figures> figures(EnvironmentId environment, Period period, Long @Nullable [] sets) {
        return asked(FIGURES, environment, period, sets).query(Figures::read).list();
    }

    /** @return how many began in each hour of each weekday */
    List<List<Long>> hours(EnvironmentId environment, Period period, Long @Nullable [] sets) {
        List<List<Long>> hours = new ArrayList<>();
        IntStream.range(0, 7).forEach(_ -> hours.add(new ArrayList<>(Collections.nCopies(24, 0L))));
        asked("""
                        select extract(isodow from began)::int, extract(hour from began)::int, count(*)
                        from (select starts_at at time zone :zone as began from alert_history h where %s) h group by 1, 2""".formatted(OF_PERIOD), environment, period, sets)
                .param("zone", period.zone().getId())
                .query(row -> {
                    hours.get(row.getInt(1) - 1).set(row.getInt(2), row.getLong(3));
                });
        return hours;
    }

    private JdbcClient.StatementSpec asked(
            String sql, EnvironmentId environment, Period period, Long @Nullable [] sets) {
        return database.sql(sql)
                .param("environment", environment.value())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("sets", sets, java.sql.Types.ARRAY);
    }
}
