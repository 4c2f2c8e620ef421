package dev.binnacle.portal.alert.maintenance;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of occurrences, in PostgreSQL. Writes belong to the caller's transaction. */
@Repository
class OccurrenceRecords {

    private static final String DECIDED = """
            select o.maintenance_window, o.starts_at, o.ends_at, o.state, o.account,
              (select count(*) from maintenance_silences s
                where s.maintenance_window = o.maintenance_window and s.starts_at = o.starts_at
                  and s.ended_at is null) as silences
            from maintenance_occurrences o""";

    private final JdbcClient database;

    OccurrenceRecords(JdbcClient database) {
        this.database = database;
    }

    /** @return those that are not over, of windows that are deleted too */
    List<Decided> decided(EnvironmentId environment, Instant now) {
        return database.sql(DECIDED + """
                         join maintenance_windows w on w.id = o.maintenance_window
                        where w.environment = ? and o.ends_at > ? order by o.starts_at""")
                .params(environment.value(), Timestamp.from(now))
                .query(OccurrenceRecords::decided)
                .list();
    }

    /** @return the occurrence, held until the transaction ends; nothing where it is not there or another one holds it */
    Optional<Decided> hold(long window, Instant startsAt) {
        return database.sql(DECIDED + " where o.maintenance_window = ? and o.starts_at = ? for update of o skip locked")
                .params(window, Timestamp.from(startsAt))
                .query(OccurrenceRecords::decided)
                .optional();
    }

    /** Returns false where it was begun, skipped or ended before. */
    boolean begin(long window, Occurrence occurrence) {
        return database.sql("""
                        insert into maintenance_occurrences (maintenance_window, starts_at, ends_at, state, account)
                        values (?, ?, ?, 'begun', 'binnacle') on conflict do nothing""")
                        .params(window, Timestamp.from(occurrence.startsAt()), Timestamp.from(occurrence.endsAt()))
                        .update()
                == 1;
    }

    /** Returns false where it was in that state before. */
    boolean decide(long window, Occurrence occurrence, OccurrenceState state, String account) {
        return database.sql("""
                        insert into maintenance_occurrences as o (maintenance_window, starts_at, ends_at, state, account)
                        values (?, ?, ?, ?, ?) on conflict (maintenance_window, starts_at) do update
                        set state = excluded.state, account = excluded.account where o.state = 'begun'""")
                        .params(
                                window,
                                Timestamp.from(occurrence.startsAt()),
                                Timestamp.from(occurrence.endsAt()),
                                state.token(),
                                account)
                        .update()
                == 1;
    }

    /** Makes it one that is only to come. Returns false where it was not skipped. */
    boolean restore(long window, Instant startsAt) {
        return database.sql("""
                        delete from maintenance_occurrences
                        where maintenance_window = ? and starts_at = ? and state = 'skipped'""").params(window, Timestamp.from(startsAt)).update() == 1;
    }

    private static Decided decided(ResultSet row, int number) throws SQLException {
        return new Decided(
                row.getLong("maintenance_window"),
                new Occurrence(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                OccurrenceState.of(row.getString("state")),
                row.getString("account"),
                row.getInt("silences"));
    }
}
