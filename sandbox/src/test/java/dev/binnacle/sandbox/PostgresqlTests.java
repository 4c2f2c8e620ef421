package dev.binnacle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresqlTests {

    @Test
    void everyFreshDatabaseIsEmptyAndItsOwn() throws SQLException {
        Postgresql postgresql = Sandbox.shared().postgresql();
        Postgresql.Database first = postgresql.freshDatabase();
        Postgresql.Database second = postgresql.freshDatabase();

        assertThat(first.url()).isNotEqualTo(second.url());
        execute(first, "CREATE TABLE thing (id int)");
        execute(second, "CREATE TABLE thing (id int)");
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws SQLException {
        Postgresql postgresql = Sandbox.shared().postgresql();
        Postgresql.Database database = postgresql.freshDatabase();
        execute(database, "CREATE TABLE thing (id int)");

        postgresql.stop();
        postgresql.start();

        execute(database, "INSERT INTO thing VALUES (1)");
    }

    private void execute(Postgresql.Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
