package dev.binnacle.portal.alert.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of the alerts of one name that began in a period, or of all.
 *
 * @param name empty for all
 * @param fired how often
 * @param labelSets how many of them, counted once however often they fired
 * @param firing how many still do
 * @param lasted half of those whose end was seen lasted no longer; null where there is none
 * @param acknowledged how many somebody acknowledged
 * @param acknowledgedAfter half of these within that time; null where there is none
 * @param silenced how many were silenced for a while
 * @param again how many began within ten minutes after their last end: they flap
 */
public record Figures(
        String name,
        long fired,
        long labelSets,
        long firing,
        @Nullable Duration lasted,
        long acknowledged,
        @Nullable Duration acknowledgedAfter,
        long silenced,
        long again) {

    private static final int OFTEN = 3;

    static Figures read(ResultSet row, int number) throws SQLException {
        return new Figures(
                row.getString("name"),
                row.getLong("fired"),
                row.getLong("label_sets"),
                row.getLong("firing"),
                milliseconds(row, "lasted"),
                row.getLong("acknowledged"),
                milliseconds(row, "acknowledged_after"),
                row.getLong("silenced"),
                row.getLong("again"));
    }

    /** @return whether it fired often, and nobody acknowledged or silenced any of it */
    public boolean nobodyActs() {
        return fired >= OFTEN && acknowledged == 0 && silenced == 0;
    }

    private static @Nullable Duration milliseconds(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.max(0, milliseconds));
    }
}
