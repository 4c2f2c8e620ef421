package dev.binnacle.portal.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of API tokens. */
@Repository
class TokenRecords {

    private final JdbcClient jdbc;

    TokenRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Token> all() {
        return jdbc.sql("select * from api_tokens order by name")
                .query(TokenRecords::token)
                .list();
    }

    /** @return the token, expired or not */
    Optional<Token> find(byte[] hash) {
        return jdbc.sql("select * from api_tokens where hash = :hash")
                .param("hash", hash)
                .query(TokenRecords::token)
                .optional();
    }

    /** @return false where the name is taken */
    boolean create(Token token, byte[] hash) {
        return jdbc.sql("""
                        insert into api_tokens (name, hash, environment, role, created_by, created_at, expires_at)
                        values (:name, :hash, :environment, :role, :by, :at, :end) on conflict do nothing
                        """)
                        .param("name", token.name())
                        .param("hash", hash)
                        .param("environment", token.environment())
                        .param("role", token.role().name())
                        .param("by", token.createdBy())
                        .param("at", Timestamp.from(token.createdAt()))
                        .param("end", Timestamp.from(token.expiresAt()))
                        .update()
                == 1;
    }

    /** @return false where there was none */
    boolean delete(String name) {
        return jdbc.sql("delete from api_tokens where name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    void deleteAll(String environment) {
        jdbc.sql("delete from api_tokens where environment = :environment")
                .param("environment", environment)
                .update();
    }

    /** Writes at most once a minute for each token. */
    void used(String name, Instant at) {
        jdbc.sql("""
                        update api_tokens set last_used_at = :at
                        where name = :name and (last_used_at is null or last_used_at < :before)
                        """)
                .param("at", Timestamp.from(at))
                .param("name", name)
                .param("before", Timestamp.from(at.minusSeconds(60)))
                .update();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        Timestamp used = row.getTimestamp("last_used_at");
        return new Token(
                row.getString("name"),
                row.getString("environment"),
                Role.valueOf(row.getString("role")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
