package dev.binnacle.sandbox.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The portal's database on the sandbox's PostgreSQL. */
final class OwnDatabase {
    private static final String NAME = "binnacle";

    private OwnDatabase() {}

    /** Makes it and returns the variables by which the portal finds it. */
    static Map<String, String> create(String serverUrl) {
        try (Connection connection = DriverManager.getConnection(serverUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME);
        } catch (SQLException e) {
            throw new IllegalStateException("The portal's database could not be made on " + serverUrl, e);
        }
        String base = serverUrl.substring(0, serverUrl.indexOf('?'));
        return Map.of(
                "DATABASE_URL", base.substring(0, base.lastIndexOf('/') + 1) + NAME,
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", "postgres");
    }
}
