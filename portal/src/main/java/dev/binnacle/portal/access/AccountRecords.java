package dev.binnacle.portal.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of accounts and grants. */
@Repository
class AccountRecords {

    private static final String SELECT = """
            select a.name, a.disabled, a.must_change_password, a.created_at, g.environment, g.role
            from accounts a left join account_grants g on g.account = a.name
            """;

    private final JdbcClient jdbc;

    AccountRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String name) {
        return jdbc.sql(SELECT + "where a.name = :name").param("name", name).query(ACCOUNTS).stream()
                .findFirst();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + "order by a.name").query(ACCOUNTS);
    }

    /** @return false where the name is taken */
    boolean create(String name, String passwordHash, Instant at) {
        return jdbc.sql("""
                        insert into accounts (name, password_hash, must_change_password, created_at)
                        values (:name, :hash, true, :at) on conflict do nothing
                        """)
                        .param("name", name)
                        .param("hash", passwordHash)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void disable(String name, boolean disabled) {
        jdbc.sql("update accounts set disabled = :disabled where name = :name")
                .param("disabled", disabled)
                .param("name", name)
                .update();
    }

    void grant(String name, String environment, Role role) {
        jdbc.sql("""
                        insert into account_grants (account, environment, role) values (:name, :environment, :role)
                        on conflict (account, environment) do update set role = excluded.role
                        """)
                .param("name", name)
                .param("environment", environment)
                .param("role", role.name())
                .update();
    }

    void revoke(String name, String environment) {
        jdbc.sql("delete from account_grants where account = :name and environment = :environment")
                .param("name", name)
                .param("environment", environment)
                .update();
    }

    void revokeAll(String environment) {
        jdbc.sql("delete from account_grants where environment = :environment")
                .param("environment", environment)
                .update();
    }

    /** Waits for other changes of who administers, so that the last administrator is never lost between two of them. */
    void lock() {
        jdbc.sql("lock table accounts in share row exclusive mode").update();
    }

    private static final ResultSetExtractor<List<Account>> ACCOUNTS = rows -> {
        var accounts = new TreeMap<String, Account>();
        while (rows.next()) {
            Account row = account(rows);
            accounts.merge(row.name(), row, AccountRecords::joined);
        }
        return List.copyOf(accounts.values());
    };

    private static Account account(ResultSet row) throws SQLException {
        var grants = new TreeMap<String, Role>();
        if (row.getString("environment") != null) {
            grants.put(row.getString("environment"), Role.valueOf(row.getString("role")));
        }
        return new Account(
                row.getString("name"),
                row.getBoolean("disabled"),
                row.getBoolean("must_change_password"),
                row.getTimestamp("created_at").toInstant(),
                grants);
    }

    private static Account joined(Account one, Account other) {
        var grants = new TreeMap<>(one.grants());
        grants.putAll(other.grants());
        return new Account(one.name(), one.disabled(), one.mustChangePassword(), one.createdAt(), grants);
    }
}
