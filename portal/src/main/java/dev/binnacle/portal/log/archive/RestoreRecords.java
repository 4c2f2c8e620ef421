package dev.binnacle.portal.log.archive;

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

/** What was asked to be brought back, and how far it is. Writes belong to the caller's transaction, where it has one. */
@Repository
class RestoreRecords {

    private static final String WITH_PROGRESS = """
            select r.*, count(f.key) as files, count(f.key) filter (where f.done) as files_done,
              coalesce(sum(f.bytes), 0) as bytes, coalesce(sum(f.bytes) filter (where f.done), 0) as bytes_done,
              coalesce(sum(f.lines_kept), 0) as kept,
              coalesce(string_agg(distinct f.note, ' ') filter (where f.note <> ''), '') as notes,
              coalesce(sum(f.lines_refused), 0) as refused, coalesce(sum(f.lines_untimed), 0) as untimed,
              coalesce((array_agg(f.refusal order by f.key) filter (where f.refusal <> ''))[1], '') as refusal,
              min(f.untimed_at) as first_untimed, max(f.untimed_at) as last_untimed
            from log_restores r left join log_restore_files f on f.restore = r.id
            where r.environment = ? %s group by r.id order by r.asked_at desc limit 50
            """;

    private final JdbcClient database;

    RestoreRecords(JdbcClient database) {
        this.database = database;
    }

    /** Returns false where the same form was sent before. */
    boolean add(UUID environment, Restore restore) {
        return database.sql("""
                        insert into log_restores (id, environment, asked_by, asked_at, from_at, to_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                restore.id(),
                                environment,
                                restore.askedBy(),
                                Timestamp.from(restore.askedAt()),
                                Timestamp.from(restore.from()),
                                Timestamp.from(restore.to()),
                                Timestamp.from(restore.expiresAt()))
                        .update()
                == 1;
    }

    /** @return the newest of the environment first, at most fifty */
    List<Restore> newest(UUID environment) {
        return database.sql(WITH_PROGRESS.formatted(""))
                .param(environment)
                .query(RestoreRecords::restore)
                .list();
    }

    Optional<Restore> find(UUID environment, UUID id) {
        return database.sql(WITH_PROGRESS.formatted("and r.id = ?"))
                .params(environment, id)
                .query(RestoreRecords::restore)
                .optional();
    }

    /** Returns false where it had ended already. */
    boolean end(UUID restore, Instant at, String trouble) {
        return database.sql("update log_restores set ended_at = ?, trouble = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(at), trouble, restore)
                        .update()
                == 1;
    }

    private static Restore restore(ResultSet row, int at) throws SQLException {
        return new Restore(
                row.getObject("id", UUID.class),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                optional(row.getTimestamp("ended_at")),
                row.getString("trouble"),
                row.getString("waits_for"),
                optional(row.getTimestamp("removed_at")),
                new Restore.Progress(
                        row.getInt("files"),
                        row.getInt("files_done"),
                        row.getLong("bytes"),
                        row.getLong("bytes_done"),
                        row.getLong("kept"),
                        row.getString("notes"),
                        new Restore.Gaps(
                                row.getLong("refused"),
                                row.getString("refusal"),
                                row.getLong("untimed"),
                                optional(row.getTimestamp("first_untimed")),
                                optional(row.getTimestamp("last_untimed")))));
    }

    private static @Nullable Instant optional(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
