package dev.binnacle.sandbox.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A database of the portal's on the sandbox's PostgreSQL. */
final class OwnDatabase {
    private final String serverUrl;
    private final String name;

    OwnDatabase(String serverUrl, String name) {
        this.serverUrl = serverUrl;
        this.name = name;
    }

    /** Makes it and returns the variables by which the portal finds it. */
    Map<String, String> create() {
        execute("CREATE DATABASE " + name);
        String base = serverUrl.substring(0, serverUrl.indexOf('?'));
        return Map.of(
                "DATABASE_URL", base.substring(0, base.lastIndexOf('/') + 1) + name,
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", "postgres");
    }

    /** Deletes it where it is there, also while somebody is connected. */
    void drop() {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(serverUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox's PostgreSQL refused: " + sql, e);
        }
    }
}
