package dev.binnacle.portal.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts failed sign-ins in PostgreSQL, for all replicas: by name, and by address for whoever tries many names. */
@Repository
class SignInAttempts {

    static final int BY_NAME = 5;
    static final int BY_ADDRESS = 50;
    static final Duration WAIT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return until when neither the name nor the address may try, where that is ahead */
    Optional<Instant> waitsUntil(String name, String address) {
        return jdbc.sql(
                        "select max(waits_until) at from sign_in_attempts where subject in (:subjects) and waits_until > :now")
                .param("subjects", List.of(byName(name), byAddress(address)))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    /** @return how many attempts the name has left before it waits */
    int failed(String name, String address) {
        jdbc.sql("delete from sign_in_attempts where last_at < :past")
                .param("past", Timestamp.from(clock.instant().minus(WAIT.multipliedBy(2))))
                .update();
        count(byAddress(address), BY_ADDRESS);
        return Math.max(0, BY_NAME - count(byName(name), BY_NAME));
    }

    void succeeded(String name) {
        jdbc.sql("delete from sign_in_attempts where subject = :subject")
                .param("subject", byName(name))
                .update();
    }

    private int count(String subject, int limit) {
        return jdbc.sql("""
                        insert into sign_in_attempts as known (subject, failures, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update set
                            last_at = :now,
                            failures = case when known.last_at < :past then 1 else known.failures + 1 end,
                            waits_until = case when known.last_at >= :past and known.failures + 1 >= :limit then cast(:until as timestamptz) end
                        returning failures
                        """)
                .param("subject", subject)
                .param("limit", limit)
                .param("now", Timestamp.from(clock.instant()))
                .param("past", Timestamp.from(clock.instant().minus(WAIT)))
                .param("until", Timestamp.from(clock.instant().plus(WAIT)))
                .query(Integer.class)
                .single();
    }

    private static String byName(String name) {
        return "name:" + name;
    }

    private static String byAddress(String address) {
        return "address:" + address;
    }
}
