package dev.binnacle.portal.log.archive;

import dev.binnacle.portal.environment.Environment;
import dev.binnacle.portal.log.search.RestoredLines;
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

    /** Returns false where the restore has ended meanwhile. */
    boolean advance(UUID restore, String key, long read, int kept) {
        return database.sql("""
                        update log_restore_files f set lines_read = ?, lines_kept = lines_kept + ? from log_restores r
                        where f.restore = ? and f.key = ? and r.id = f.restore and r.ended_at is null""").params(read, kept, restore, key).update() == 1;
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
    record Unread(String key, String index, long read) {}
}
