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
import org.springframework.transaction.annotation.Transactional;

/** Counts the history. Each query reads the months of its period, and nothing else. */
@Repository
@Transactional(readOnly = true, timeout = 9)
class ReviewRecords {

    static final int MOST_NAMES = 500;

    private static final String OF_PERIOD = """
            h.environment = :environment and h.starts_at >= :from and h.starts_at < :to
            and (:sets::bigint[] is null or h.label_set = any(:sets::bigint[]))""";

    /** Counts each set of labels in the order of an index, then those of a name: nothing but the medians is sorted. */
    static final String FIGURES = """
            with counted as materialized (select s.name, c.* from (
                select h.label_set, count(*) as fired, count(*) filter (where h.ends_at is null) as firing,
                  array_agg((date_part('epoch', h.ends_at - h.starts_at) * 1000)::bigint)
                    filter (where h.ends_at is not null and h.ends_after is null) as lasted,
                  count(a.at) as acknowledged,
                  array_agg((date_part('epoch', a.at - h.starts_at) * 1000)::bigint)
                    filter (where a.at is not null) as acknowledged_after,
                  count(m.label_set) as silenced,
                  count(*) filter (where h.starts_at < h.last_end + interval '10 minutes') as again
                from (select label_set, starts_at, ends_at, ends_after,
                    lag(ends_at) over (partition by label_set order by starts_at) as last_end
                  from alert_history h where %1$s) h
                left join (select s.id as label_set, k.alert_starts_at as starts_at, min(k.acknowledged_at) as at
                  from alert_acknowledgements k join alert_label_sets s using (environment, fingerprint)
                  where environment = :environment and k.alert_starts_at >= :from and k.alert_starts_at < :to group by 1, 2) a
                  using (label_set, starts_at)
                left join (select distinct label_set, starts_at from alert_mutings h where %1$s and kind = 'silenced') m
                  using (label_set, starts_at)
                group by h.label_set) c join alert_label_sets s on s.id = c.label_set)
            select name, fired, label_sets, firing, lasted, acknowledged, acknowledged_after, silenced, again
            from (select coalesce(name, '') as name, grouping(name) as every, sum(fired) as fired, count(*) as label_sets,
                sum(firing) as firing, sum(acknowledged) as acknowledged, sum(silenced) as silenced, sum(again) as again
              from counted group by grouping sets ((name), ())) counts
            left join (select coalesce(name, '') as name, grouping(name) as every,
                percentile_disc(0.5) within group (order by took.lasted) as lasted,
                percentile_disc(0.5) within group (order by took.acknowledged_after) as acknowledged_after
              from (select * from counted order by name) counted, unnest(lasted, acknowledged_after) as took(lasted, acknowledged_after)
              group by grouping sets ((name), ())) medians using (name, every)
            order by every desc, fired desc, name limit %2$d""".formatted(OF_PERIOD, MOST_NAMES + 1);

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

    /** @return how many began in each hour of each weekday; the hours of every country's zone begin with a quarter of UTC's */
    List<List<Long>> hours(EnvironmentId environment, Period period, Long @Nullable [] sets) {
        List<List<Long>> hours = new ArrayList<>();
        IntStream.range(0, 7).forEach(_ -> hours.add(new ArrayList<>(Collections.nCopies(24, 0L))));
        asked("""
                        select extract(isodow from began)::int, extract(hour from began)::int, sum(fired)
                        from (select date_bin('15 minutes', h.starts_at, 'epoch') at time zone :zone as began, count(*) as fired
                          from alert_history h where %s group by 1) h group by 1, 2""".formatted(OF_PERIOD), environment, period, sets)
                .param("zone", period.zone().getId())
                .query(row -> {
                    hours.get(row.getInt(1) - 1).set(row.getInt(2), row.getLong(3));
                });
        return hours;
    }

    private JdbcClient.StatementSpec asked(
            String sql, EnvironmentId environment, Period period, Long @Nullable [] sets) {
        // A plan kept for every period expects a short one, and takes three times as long for a month.
        database.sql("set local plan_cache_mode = force_custom_plan").update();
        return database.sql(sql)
                .param("environment", environment.value())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("sets", sets, java.sql.Types.ARRAY);
    }
}
