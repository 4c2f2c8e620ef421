package dev.binnacle.sandbox.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** The database that the user names in place of the sandbox's. */
final class OutsideDatabase {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String SECONDS = "5";

    private OutsideDatabase() {}

    /** The address that the environment names; empty where it names none. */
    static String url(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "").strip();
        if (url.isEmpty() || url.startsWith(PREFIX)) {
            return url;
        }
        throw new Refusal("DATABASE_URL does not begin with " + PREFIX
                + ": write it as in jdbc:postgresql://host:5432/binnacle, with DATABASE_USER and DATABASE_PASSWORD.");
    }

    /** Signs in once, within 5 s; refuses where that fails, since the portal could not start either. */
    static void check(String url, Map<String, String> environment) {
        var properties = new Properties();
        properties.setProperty("user", environment.getOrDefault("DATABASE_USER", "binnacle"));
        properties.setProperty("password", environment.getOrDefault("DATABASE_PASSWORD", ""));
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        try (Connection _ = DriverManager.getConnection(url, properties)) {
            return;
        } catch (SQLException e) {
            throw new Refusal("The database of DATABASE_URL "
                    + reason(
                            e.getSQLState() == null ? "" : e.getSQLState(),
                            properties.getProperty("user"),
                            properties.getProperty("password").isEmpty()));
        }
    }

    /** By the codes that PostgreSQL and its driver give: classes 08, 28 and 3D of SQL. */
    private static String reason(String state, String user, boolean withoutPassword) {
        if (state.startsWith("28") || (withoutPassword && state.equals("08004"))) {
            return "does not let " + user + " in: check DATABASE_USER and DATABASE_PASSWORD.";
        }
        if (state.startsWith("3D")) {
            return "does not exist on that server: create it, and let " + user + " own it.";
        }
        return "cannot be reached: start it, or correct the address.";
    }
}
