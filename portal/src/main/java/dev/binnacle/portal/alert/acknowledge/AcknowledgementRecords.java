package dev.binnacle.portal.alert.acknowledge;

import dev.binnacle.portal.environment.EnvironmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acknowledgements in PostgreSQL. Writes belong to the caller's transaction. */
@Repository
class AcknowledgementRecords {

    private static final String COLUMNS = """
            id, fingerprint, alert_starts_at, account, assignee, note, acknowledged_at, until, ended_at
            from alert_acknowledgements where environment = ?""";

    private final JdbcClient database;

    AcknowledgementRecords(JdbcClient database) {
        this.database = database;
    }

    /** Returns false where another one of the same alert is open. */
    boolean add(EnvironmentId environment, Acknowledgement added) {
        return database.sql("""
                        insert into alert_acknowledgements
                          (id, environment, fingerprint, alert_starts_at, account, assignee, note, acknowledged_at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                added.id(),
                                environment.value(),
                                added.fingerprint(),
                                Timestamp.from(added.alertStartsAt()),
                                added.account(),
                                added.assignee(),
                                added.note(),
                                Timestamp.from(added.at()))
                        .param(timestamp(added.until()))
                        .update()
                == 1;
    }

    List<Acknowledgement> open(EnvironmentId environment) {
        return database.sql("select " + COLUMNS + " and ended_at is null")
                .param(environment.value())
                .query(AcknowledgementRecords::acknowledgement)
                .list();
    }

    /** @return those that are open or ended after a time, one for each alert, the newest */
    List<Acknowledgement> newest(EnvironmentId environment, Instant endedAfter) {
        return database.sql("select distinct on (fingerprint) " + COLUMNS
                        + " and (ended_at is null or ended_at > ?) order by fingerprint, acknowledged_at desc")
                .params(environment.value(), Timestamp.from(endedAfter))
                .query(AcknowledgementRecords::acknowledgement)
                .list();
    }

    Optional<Acknowledgement> find(EnvironmentId environment, UUID id) {
        return database.sql("select " + COLUMNS + " and id = ?")
                .params(environment.value(), id)
                .query(AcknowledgementRecords::acknowledgement)
                .optional();
    }

    /** Returns false where it had ended already. */
    boolean end(UUID id, Instant at, String because) {
        return database.sql("""
                        update alert_acknowledgements set ended_at = ?, ended_because = ?
                        where id = ? and ended_at is null""").params(Timestamp.from(at), because, id).update() == 1;
    }

    private static Acknowledgement acknowledgement(ResultSet row, int number) throws SQLException {
        return new Acknowledgement(
                row.getObject("id", UUID.class),
                row.getString("fingerprint"),
                row.getTimestamp("alert_starts_at").toInstant(),
                row.getString("account"),
                row.getString("assignee"),
                row.getString("note"),
                row.getTimestamp("acknowledged_at").toInstant(),
                instant(row.getTimestamp("until")),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
