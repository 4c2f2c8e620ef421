package dev.binnacle.sandbox.launch;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that the portal is started with, beside those of this process. */
final class PortalVariables {
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH = 16;

    private final Map<String, String> values = new HashMap<>();
    private final String password = password();

    /**
     * On the given database.
     *
     * @param database its variables; empty where this process's own already name one
     */
    PortalVariables(Map<String, String> database, int port, int managementPort) {
        values.putAll(database);
        values.put("BINNACLE_PORT", Integer.toString(port));
        values.put("BINNACLE_MANAGEMENT_PORT", Integer.toString(managementPort));
        values.put("BINNACLE_ADMIN_PASSWORD", password);
        values.put("BINNACLE_SANDBOX", "");
        values.put("KUBECONFIG", "");
    }

    /** With the key for stored credentials in this file, which goes after what the user has set. */
    PortalVariables keyset(Path file) {
        values.put("BINNACLE_KEYSET_FILE", file.toString());
        return this;
    }

    PortalVariables bootstrap(Path file) {
        values.put("BINNACLE_BOOTSTRAP_FILE", file.toString());
        return this;
    }

    PortalVariables sandbox(Path addressFile) {
        values.put("BINNACLE_SANDBOX", addressFile.toString());
        return this;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** The one-time password of the first account. */
    String adminPassword() {
        return password;
    }

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int sign = 0; sign < PASSWORD_LENGTH; sign++) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
