package dev.binnacle.portal.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hashes of passwords, which no other object of the portal holds. */
@Repository
class PasswordHashes {

    private final JdbcClient jdbc;

    PasswordHashes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(String account) {
        return jdbc.sql("select password_hash from accounts where name = :name")
                .param("name", account)
                .query(String.class)
                .optional();
    }

    void keep(String account, String hash, boolean mustChange) {
        jdbc.sql("update accounts set password_hash = :hash, must_change_password = :must where name = :name")
                .param("hash", hash)
                .param("must", mustChange)
                .param("name", account)
                .update();
    }
}
