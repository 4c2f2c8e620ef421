package dev.binnacle.portal.log.archive;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Until when restored lines are held. Writes belong to the caller's transaction. */
@Repository
class RestoreExpiry {

    private final JdbcClient database;

    RestoreExpiry(JdbcClient database) {
        this.database = database;
    }

    /** Holds off others of the environment that begin a restore or let lines go, until the transaction ends. */
    void lock(UUID environment) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('log restores of ' || ?, 0))")
                .param(environment.toString())
                .query((row, at) -> true)
                .single();
    }

    void expire(UUID restore, Instant at) {
        database.sql("update log_restores set expires_at = least(expires_at, ?) where id = ?")
                .params(Timestamp.from(at), restore)
                .update();
    }

    /** @return the environments of which something is to go */
    List<UUID> withExpired(Instant now) {
        return database.sql(
                        "select distinct environment from log_restores where removed_at is null and expires_at <= ?")
                .param(Timestamp.from(now))
                .query((row, at) -> row.getObject(1, UUID.class))
                .list();
    }

    /** @return the indices that some restore holds */
    List<String> held(UUID environment, Instant now) {
        return database.sql("""
                        select distinct f.index_name from log_restore_files f join log_restores r on r.id = f.restore
                        where r.environment = ? and r.expires_at > ?""")
                .params(environment, Timestamp.from(now))
                .query((row, at) -> row.getString(1))
                .list();
    }

    void removed(UUID environment, Instant now) {
        database.sql("""
                        update log_restores set removed_at = ?, ended_at = coalesce(ended_at, ?)
                        where environment = ? and removed_at is null and expires_at <= ?""")
                .params(Timestamp.from(now), Timestamp.from(now), environment, Timestamp.from(now))
                .update();
    }
}
