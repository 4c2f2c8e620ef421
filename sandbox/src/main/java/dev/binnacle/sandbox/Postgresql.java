package dev.binnacle.sandbox;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartControl;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** The sandbox's PostgreSQL. */
public final class Postgresql extends StoppablePart {

    Postgresql(PartControl control) {
        super(control, "postgresql");
    }

    /** JDBC URL of the {@code postgres} database, with the user in it. */
    public String url() {
        return address(Addresses.POSTGRESQL);
    }

    /** Makes an empty database that nobody else uses. It goes with the sandbox. */
    public Database freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No new database on " + url(), e);
        }
        String base = url().substring(0, url().indexOf('?'));
        return new Database(base.substring(0, base.lastIndexOf('/') + 1) + name, "postgres", "postgres");
    }

    /** What a data source needs to know. */
    public record Database(String url, String user, String password) {}
}
