package dev.binnacle.portal.alert.maintenance;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which silences occurrences have, in PostgreSQL. Writes belong to the caller's transaction. */
@Repository
class OccurrenceSilences {

    private final JdbcClient database;

    OccurrenceSilences(JdbcClient database) {
        this.database = database;
    }

    /** @return the ids of its silences that were not ended, by cluster */
    Map<String, String> standing(long window, Instant startsAt) {
        return database
                .sql("""
                        select cluster, silence from maintenance_silences
                        where maintenance_window = ? and starts_at = ? and ended_at is null""")
                .params(window, Timestamp.from(startsAt))
                .query((row, number) -> Map.entry(row.getString("cluster"), row.getString("silence")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(long window, Instant startsAt, String cluster, String silence) {
        database.sql("""
                        insert into maintenance_silences (maintenance_window, starts_at, cluster, silence)
                        values (?, ?, ?, ?)""")
                .params(window, Timestamp.from(startsAt), cluster, silence)
                .update();
    }

    void end(long window, Instant startsAt, String cluster, Instant now) {
        database.sql("""
                        update maintenance_silences set ended_at = ?
                        where maintenance_window = ? and starts_at = ? and cluster = ?""")
                .params(Timestamp.from(now), window, Timestamp.from(startsAt), cluster)
                .update();
    }
}
