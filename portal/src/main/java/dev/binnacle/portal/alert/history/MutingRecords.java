package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** When alerts of the history were muted. Writes belong to the caller's transaction. */
@Repository
class MutingRecords {

    private final JdbcClient database;

    MutingRecords(JdbcClient database) {
        this.database = database;
    }

    Set<Muting> open(EnvironmentId environment) {
        return database.sql("""
                        select s.fingerprint, m.starts_at, m.kind, m.muted_by from alert_mutings m
                        join alert_label_sets s on s.id = m.label_set where m.environment = ? and m.ended_at is null""")
                .param(environment.value())
                .query((row, at) -> new Muting(
                        new Firing.Key(row.getString(1), row.getTimestamp(2).toInstant()),
                        row.getString(3),
                        row.getString(4)))
                .set();
    }

    void begin(EnvironmentId environment, Collection<Muting> mutings, Instant at) {
        database.sql("""
                        insert into alert_mutings (environment, label_set, starts_at, kind, muted_by, began_at)
                        select s.environment, s.id, muted.starts_at, kind, muted_by, ?
                        from jsonb_to_recordset(?::jsonb) as muted(
                          fingerprint text, starts_at timestamptz, kind text, muted_by text)
                        join alert_label_sets s on s.environment = ? and s.fingerprint = muted.fingerprint
                        on conflict do nothing""")
                .params(Timestamp.from(at), json(mutings), environment.value())
                .update();
    }

    void end(EnvironmentId environment, Collection<Muting> mutings, Instant at) {
        database.sql("""
                        update alert_mutings m set ended_at = ?
                        from jsonb_to_recordset(?::jsonb) as muted(fingerprint text, starts_at timestamptz, kind text)
                        join alert_label_sets s on s.environment = ? and s.fingerprint = muted.fingerprint
                        where m.environment = s.environment and m.label_set = s.id and m.starts_at = muted.starts_at
                          and m.kind = muted.kind and m.ended_at is null""")
                .params(Timestamp.from(at), json(mutings), environment.value())
                .update();
    }

    private static String json(Collection<Muting> mutings) {
        return JsonMapper.shared()
                .writeValueAsString(mutings.stream()
                        .map(muting -> Map.of(
                                "fingerprint", muting.firing().fingerprint(),
                                "starts_at", muting.firing().startsAt().toString(),
                                "kind", muting.kind(),
                                "muted_by", muting.by()))
                        .toList());
    }
}
