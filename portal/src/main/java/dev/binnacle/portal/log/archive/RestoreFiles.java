package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.RestoredLines;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the files of each restore were read. */
@Repository
class RestoreFiles {

    private final JdbcClient database;

    RestoreFiles(JdbcClient database) {
        this.database = database;
    }

    /** Adds the files of a restore, each with the index that its lines are brought back into. */
    void add(UUID restore, Environment environment, List<ArchivedFile> files) {
        files.forEach(file -> database.sql(
                        "insert into log_restore_files (restore, key, bytes, index_name) values (?, ?, ?, ?)")
                .params(restore, file.key(), file.bytes(), RestoredLines.index(environment, file.rotatedAt()))
                .update());
    }

    Optional<UUID> environmentOf(UUID restore) {
        return database.sql("select environment from log_restores where id = ?")
                .param(restore)
                .query(UUID.class)
                .optional();
    }

    /** @return the file that is to be read next; nothing where all were, or the restore has ended */
    Optional<Unread> next(UUID restore) {
        return database.sql("""
                        select f.key, f.index_name, f.lines_read from log_restore_files f
                        join log_restores r on r.id = f.restore
                        where f.restore = ? and not f.done and r.ended_at is null order by f.key limit 1""")
                .param(restore)
                .query((row, at) -> new Unread(row.getString(1), row.getString(2), row.getLong(3)))
                .optional();
    }

    /**
     * Counts the lines of a batch, once: where it was counted before, or the restore has ended meanwhile, nothing
     * changes, and the answer is false.
     *
     * @param from how many lines of the file were read before it
     * @param to how many are read with it
     */
    boolean advance(UUID restore, String key, long from, long to, Counts counts) {
        return database.sql("""
                        update log_restore_files f set lines_read = ?, lines_kept = f.lines_kept + ?,
                          lines_refused = f.lines_refused + ?, refusal = coalesce(nullif(f.refusal, ''), ?),
                          lines_untimed = f.lines_untimed + ?,
                          untimed_at = case when ? > 0 then ? else f.untimed_at end
                        from log_restores r where f.restore = ? and f.key = ? and f.lines_read = ?
                          and r.id = f.restore and r.ended_at is null""")
                        .params(
                                to,
                                counts.kept(),
                                counts.refused(),
                                counts.refusal(),
                                counts.untimed(),
                                counts.untimed(),
                                Timestamp.from(ArchivedFile.rotatedAt(key)),
                                restore,
                                key,
                                from)
                        .update()
                == 1;
    }

    void done(UUID restore, String key, String note) {
        database.sql("update log_restore_files set done = true, note = ? where restore = ? and key = ?")
                .params(note, restore, key)
                .update();
    }

    /** @param failure empty where the last try did not fail */
    void waits(UUID restore, String failure) {
        database.sql("update log_restores set waits_for = ? where id = ? and waits_for <> ?")
                .params(failure, restore, failure)
                .update();
    }

    /** @param read how many of its lines were read before */
    record Unread(String key, String index, long read) {
        Instant rotatedAt() {
            return ArchivedFile.rotatedAt(key);
        }
    }

    /**
     * What came of the lines of a batch.
     *
     * @param kept those in the index
     * @param refusal why the first was refused; empty where none was
     * @param untimed of those in the index, the ones that have the time of their file
     */
    record Counts(int kept, int refused, String refusal, int untimed) {}
}
