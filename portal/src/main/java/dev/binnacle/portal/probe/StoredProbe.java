package dev.binnacle.portal.probe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Reads a row of the table {@code pipeline_probes}. */
final class StoredProbe {

    private StoredProbe() {}

    static String column(Stage stage) {
        return stage.token() + "_ms";
    }

    static Probe read(ResultSet row, int at) throws SQLException {
        Map<Stage, Duration> reached = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            long millis = row.getLong(column(stage));
            if (!row.wasNull()) {
                reached.put(stage, Duration.ofMillis(millis));
            }
        }
        Timestamp ended = row.getTimestamp("ended_at");
        return new Probe(
                row.getObject("id", UUID.class),
                row.getString("asked_by"),
                row.getString("pod"),
                row.getTimestamp("started_at").toInstant(),
                reached,
                row.getString("trouble"),
                ended == null ? null : ended.toInstant());
    }
}
