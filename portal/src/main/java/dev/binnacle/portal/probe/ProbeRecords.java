package dev.binnacle.portal.probe;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The probes of each environment, kept for a week. */
@Repository
@Transactional(timeout = 10)
class ProbeRecords {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient database;

    ProbeRecords(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps a probe that begins. Ends those that a stopped portal left, and forgets old ones.
     *
     * @param unlessSince it does not begin where the portal sent one by itself after this
     * @return false where it must not begin, or another of the environment goes on
     */
    boolean begin(EnvironmentId environment, Probe probe, Instant unlessSince) {
        if (sentByItself(environment, unlessSince)) {
            return false;
        }
        Instant now = probe.startedAt();
        database.sql("""
                        update pipeline_probes set ended_at = ?, trouble = ?
                        where environment = ? and ended_at is null and started_at < ?""")
                .params(Timestamp.from(now), Probe.LEFT, environment.value(), Timestamp.from(now.minus(Probe.GIVEN_UP)))
                .update();
        database.sql("delete from pipeline_probes where environment = ? and started_at < ?")
                .params(environment.value(), Timestamp.from(now.minus(KEPT)))
                .update();
        return database.sql("""
                        insert into pipeline_probes (id, environment, asked_by, pod, started_at)
                        select :id, :environment, :askedBy, :pod, :now
                        where not exists (select from pipeline_probes
                            where environment = :environment and asked_by = '' and started_at > :unlessSince)
                        on conflict do nothing""")
                        .param("id", probe.id())
                        .param("environment", environment.value())
                        .param("askedBy", probe.askedBy())
                        .param("pod", probe.pod())
                        .param("now", Timestamp.from(now))
                        .param("unlessSince", Timestamp.from(unlessSince))
                        .update()
                == 1;
    }

    private boolean sentByItself(EnvironmentId environment, Instant since) {
        return database.sql(
                        "select exists (select from pipeline_probes where environment = ? and asked_by = '' and started_at > ?)")
                .params(environment.value(), Timestamp.from(since))
                .query((row, at) -> row.getBoolean(1))
                .single();
    }

    void reached(UUID id, Stage stage, Duration after) {
        database.sql("update pipeline_probes set %1$s = ? where id = ? and %1$s is null"
                        .formatted(StoredProbe.column(stage)))
                .params(after.toMillis(), id)
                .update();
    }

    /** @param trouble empty where all stages were reached */
    void end(UUID id, Instant at, String trouble) {
        database.sql("update pipeline_probes set ended_at = ?, trouble = ? where id = ? and ended_at is null")
                .params(Timestamp.from(at), trouble, id)
                .update();
    }

    /** @return the newest first */
    @Transactional(readOnly = true, timeout = 10)
    public List<Probe> since(EnvironmentId environment, Instant since) {
        return database.sql(
                        "select * from pipeline_probes where environment = ? and started_at >= ? order by started_at desc")
                .params(environment.value(), Timestamp.from(since))
                .query(StoredProbe::read)
                .list();
    }

    /** @return the last that has ended */
    @Transactional(readOnly = true, timeout = 10)
    public Optional<Probe> lastEnded(EnvironmentId environment, Instant since) {
        return database.sql("""
                        select * from pipeline_probes where environment = ? and started_at >= ? and ended_at is not null
                        order by started_at desc limit 1""")
                .params(environment.value(), Timestamp.from(since))
                .query(StoredProbe::read)
                .optional();
    }
}
