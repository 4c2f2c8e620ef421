package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Until when the alerts of each environment were seen, and when they could not be. Writes belong to the caller's transaction. */
@Repository
class Sight {

    /** What is not seen for longer than this is said to be unknown. */
    private static final Duration BLINK = Duration.ofMinutes(1);

    private final JdbcClient database;

    Sight(JdbcClient database) {
        this.database = database;
    }

    /** Lets one replica at a time write the history of an environment, until its transaction ends. */
    boolean lock(EnvironmentId environment) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended('alert_history ' || ?, 0))")
                .param(environment.value().toString())
                .query((row, at) -> row.getBoolean(1))
                .single();
    }

    /** @return when all Alertmanagers were last read; nothing before the first time */
    Optional<Instant> until(EnvironmentId environment) {
        return database.sql("select seen_until from alert_sight where environment = ?")
                .param(environment.value())
                .query((row, at) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /**
     * Says that all Alertmanagers were read.
     *
     * @param before when they were before
     * @return since when nothing was seen; null where that is no time
     */
    @Nullable
    Instant saw(EnvironmentId environment, @Nullable Instant before, Instant now) {
        database.sql("""
                        insert into alert_sight (environment, seen_until) values (?, ?)
                        on conflict (environment) do update set seen_until = excluded.seen_until""").params(environment.value(), Timestamp.from(now)).update();
        if (before == null || before.plus(BLINK).isAfter(now)) {
            return null;
        }
        database.sql(
                        "insert into alert_blindness (environment, from_at, to_at) values (?, ?, ?) on conflict do nothing")
                .params(environment.value(), Timestamp.from(before), Timestamp.from(now))
                .update();
        return before;
    }

    /** @return in how much of a time not everything was seen; what is not seen right now counts, too */
    @Transactional(readOnly = true, timeout = 9)
    Duration blind(EnvironmentId environment, Instant from, Instant to) {
        return database.sql("""
                        select coalesce(sum(extract(epoch from least(to_at, :to) - greatest(from_at, :from))), 0)
                        from (select from_at, to_at from alert_blindness where environment = :environment
                          union all select seen_until, now() from alert_sight
                            where environment = :environment and seen_until < now() - :blink * interval '1 second') blind
                        where to_at > :from and from_at < :to""")
                .param("blink", BLINK.toSeconds())
                .param("environment", environment.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, at) -> Duration.ofMillis((long) (row.getDouble(1) * 1000)))
                .single();
    }
}
