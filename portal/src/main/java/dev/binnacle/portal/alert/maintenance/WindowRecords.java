package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.alert.matcher.Matchers;
import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Maintenance windows in PostgreSQL. Writes belong to the caller's transaction. */
@Repository
class WindowRecords {

    private static final String STANDING = """
            select id, matchers, cron, zone, length_seconds, comment, account, version
            from maintenance_windows where environment = ? and deleted_at is null""";

    private final JdbcClient database;

    WindowRecords(JdbcClient database) {
        this.database = database;
    }

    List<MaintenanceWindow> all(EnvironmentId environment) {
        return database.sql(STANDING + " order by id")
                .param(environment.value())
                .query(WindowRecords::window)
                .list();
    }

    Optional<MaintenanceWindow> find(EnvironmentId environment, long id) {
        return find(environment, id, "");
    }

    /** As above; nobody changes it or its occurrences until the transaction ends. */
    Optional<MaintenanceWindow> locked(EnvironmentId environment, long id) {
        return find(environment, id, " for update");
    }

    private Optional<MaintenanceWindow> find(EnvironmentId environment, long id, String lock) {
        return database.sql(STANDING + " and id = ?" + lock)
                .params(environment.value(), id)
                .query(WindowRecords::window)
                .optional();
    }

    /** @return the id of the new one; nothing where the same form was sent before */
    Optional<Long> add(EnvironmentId environment, MaintenanceRequest asked, Instant now) {
        return database.sql("""
                        insert into maintenance_windows
                          (token, environment, matchers, cron, zone, length_seconds, comment, account, changed_at)
                        values (:token, :environment, :matchers, :cron, :zone, :length, :comment, :account, :now)
                        on conflict (token) do nothing returning id""")
                .param("environment", environment.value())
                .params(values(asked, now))
                .query(Long.class)
                .optional();
    }

    void change(long id, MaintenanceRequest asked, Instant now) {
        database.sql("""
                        update maintenance_windows set matchers = :matchers, cron = :cron, zone = :zone,
                          length_seconds = :length, comment = :comment, account = :account, changed_at = :now,
                          version = version + 1 where id = :id""").param("id", id).params(values(asked, now)).update();
    }

    private static Map<String, Object> values(MaintenanceRequest asked, Instant now) {
        Recurrence recurrence = asked.recurrence();
        return Map.of(
                "token", asked.token(),
                "matchers", asked.matchers().toString(),
                "cron", recurrence.cron(),
                "zone", recurrence.zone().getId(),
                "length", recurrence.length().toSeconds(),
                "comment", asked.comment(),
                "account", asked.account(),
                "now", Timestamp.from(now));
    }

    void delete(long id, Instant now) {
        database.sql("update maintenance_windows set deleted_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static MaintenanceWindow window(ResultSet row, int number) throws SQLException {
        String matchers = row.getString("matchers");
        if (!(Matchers.parse(matchers) instanceof Matchers parsed)) {
            throw new IllegalStateException("Unreadable matchers: " + matchers);
        }
        return new MaintenanceWindow(
                row.getLong("id"),
                parsed,
                new Recurrence(
                        row.getString("cron"),
                        ZoneId.of(row.getString("zone")),
                        Duration.ofSeconds(row.getLong("length_seconds"))),
                row.getString("comment"),
                row.getString("account"),
                row.getInt("version"));
    }
}
