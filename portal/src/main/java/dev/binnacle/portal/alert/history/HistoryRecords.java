package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The history of alerts in PostgreSQL. Writes belong to the caller's transaction, many rows to a statement. */
@Repository
class HistoryRecords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    HistoryRecords(JdbcClient database) {
        this.database = database;
    }

    /** @return what fires as far as is known, with the id of its labels */
    Map<Firing.Key, Long> open(EnvironmentId environment) {
        Map<Firing.Key, Long> open = new HashMap<>();
        database.sql("""
                        select s.fingerprint, h.starts_at, h.label_set from alert_history h
                        join alert_label_sets s on s.id = h.label_set
                        where h.environment = ? and h.ends_at is null""").param(environment.value()).query(row -> {
            open.put(new Firing.Key(row.getString(1), row.getTimestamp(2).toInstant()), row.getLong(3));
        });
        return open;
    }

    /**
     * Keeps each once, whoever tells of it and how often. An end that is told counts, in place of one that was only seen.
     *
     * @param firings each key once, of months that have partitions
     * @param againAfter what had ended before this and fires goes on firing
     */
    void keep(EnvironmentId environment, Collection<Firing> firings, Instant againAfter) {
        database.sql("""
                        with told as (
                          select * from jsonb_to_recordset(:told::jsonb) as told(
                            fingerprint text, labels jsonb, annotations jsonb, starts_at timestamptz, ends_at timestamptz)),
                        sets as (
                          insert into alert_label_sets as known (environment, fingerprint, labels, last_fired_at)
                          select distinct on (fingerprint) :environment::uuid, fingerprint, labels, starts_at from told
                          order by fingerprint, starts_at desc
                          on conflict (environment, fingerprint)
                          do update set last_fired_at = greatest(known.last_fired_at, excluded.last_fired_at)
                          returning id, fingerprint)
                        insert into alert_history as known (environment, label_set, starts_at, ends_at, annotations)
                        select :environment::uuid, sets.id, starts_at, ends_at, annotations
                        from told join sets using (fingerprint)
                        on conflict (environment, starts_at, label_set)
                        do update set ends_at = excluded.ends_at, ends_after = null
                        where case when excluded.ends_at is null then known.ends_at < :againAfter
                          else known.ends_at is distinct from excluded.ends_at end""")
                .param(
                        "told",
                        JSON.writeValueAsString(
                                firings.stream().map(Firing::row).toList()))
                .param("environment", environment.value())
                .param("againAfter", Timestamp.from(againAfter))
                .update();
        // Whose end was told is not muted any more.
        database.sql("""
                        update alert_mutings m set ended_at = h.ends_at from alert_history h
                        where m.environment = ? and m.ended_at is null and h.environment = m.environment
                          and h.starts_at = m.starts_at and h.label_set = m.label_set and h.ends_at is not null""").param(environment.value()).update();
    }

    /** @param after when they were last seen firing; null where that was just before */
    void end(EnvironmentId environment, Map<Firing.Key, Long> gone, Instant at, @Nullable Instant after) {
        database.sql("""
                        update alert_history h set ends_at = greatest(:at, h.starts_at), ends_after = :after
                        from jsonb_to_recordset(:gone::jsonb) as gone(label_set bigint, starts_at timestamptz)
                        where h.environment = :environment and h.label_set = gone.label_set
                          and h.starts_at = gone.starts_at and h.ends_at is null""")
                .param(
                        "gone",
                        JSON.writeValueAsString(gone.entrySet().stream()
                                .map(each -> Map.of(
                                        "label_set",
                                        each.getValue(),
                                        "starts_at",
                                        each.getKey().startsAt().toString()))
                                .toList()))
                .param("environment", environment.value())
                .param("at", Timestamp.from(at))
                .param("after", after == null ? null : Timestamp.from(after), Types.TIMESTAMP)
                .update();
    }
}
