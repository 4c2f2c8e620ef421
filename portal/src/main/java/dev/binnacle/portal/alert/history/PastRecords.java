package dev.binnacle.portal.alert.history;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists the history. */
@Repository
class PastRecords {

    private final JdbcClient database;

    PastRecords(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param sets the ids of the labels that are looked at; null for all
     * @return those that began in the period, the newest first
     */
    List<Past> list(EnvironmentId environment, Period period, Long @Nullable [] sets, int most) {
        return database.sql("""
                        select s.fingerprint, s.labels, h.annotations, h.starts_at, h.ends_at, h.ends_after,
                          (select json_agg(json_build_object('kind', kind, 'by', muted_by, 'from', began_at, 'until', ended_at)
                              order by began_at) from alert_mutings m where m.environment = h.environment
                              and m.starts_at = h.starts_at and m.label_set = h.label_set) as mutings,
                          a.account, a.acknowledged_at
                        from alert_history h join alert_label_sets s on s.id = h.label_set
                        left join lateral (select account, acknowledged_at from alert_acknowledgements a
                          where a.environment = h.environment and a.fingerprint = s.fingerprint
                            and a.alert_starts_at = h.starts_at order by acknowledged_at limit 1) a on true
                        where h.environment = :environment and h.starts_at >= :from and h.starts_at < :to
                          and (:sets::bigint[] is null or h.label_set = any(:sets::bigint[]))
                        order by h.starts_at desc, s.fingerprint limit :most""")
                .param("environment", environment.value())
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("sets", sets, Types.ARRAY)
                .param("most", most)
                .query(PastRecords::past)
                .list();
    }

    private static Past past(ResultSet row, int number) throws SQLException {
        return new Past(
                row.getString("fingerprint"),
                LabelSets.texts(row.getString("labels")),
                LabelSets.texts(row.getString("annotations")),
                row.getTimestamp("starts_at").toInstant(),
                instant(row.getTimestamp("ends_at")),
                instant(row.getTimestamp("ends_after")),
                mutings(row.getString("mutings")),
                row.getString("account"),
                instant(row.getTimestamp("acknowledged_at")));
    }

    private static List<Past.Muted> mutings(@Nullable String json) {
        return json == null
                ? List.of()
                : StreamSupport.stream(JsonMapper.shared().readTree(json).spliterator(), false)
                        .map(PastRecords::muted)
                        .toList();
    }

    private static Past.Muted muted(JsonNode muted) {
        JsonNode until = muted.path("until");
        return new Past.Muted(
                muted.path("kind").asString(""),
                List.of(muted.path("by").asString("").split(" ", -1)),
                instant(muted.path("from")),
                until.isString() ? instant(until) : null);
    }

    private static Instant instant(JsonNode time) {
        return OffsetDateTime.parse(time.asString("")).toInstant();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
