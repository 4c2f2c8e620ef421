package dev.binnacle.sandbox.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where the key for stored credentials is kept: as long as the database that holds them. For a database of the user's
 * that is a folder of the user's own; for the sandbox's, which ends with the run, it is the run directory.
 */
final class Keyset {
    private final Settings settings;
    private final Map<String, String> environment;

    Keyset(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** The file, which the portal makes where it is not there; its folder is made here, for its owner alone. */
    Path file() {
        String named = environment.getOrDefault("BINNACLE_KEYSET_FILE", "");
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        boolean given = !environment.getOrDefault("BINNACLE_KEYSET", "").isBlank();
        if (given || settings.databaseUrl().isBlank()) {
            return settings.runDirectory().resolve("keyset.json");
        }
        Path folder = dataFolder();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw unwritable(folder);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable(folder);
        }
        return folder.resolve("keyset-" + digest(settings.databaseUrl()) + ".json");
    }

    private Path dataFolder() {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return base.resolve("binnacle").toAbsolutePath();
    }

    private static Refusal unwritable(Path folder) {
        return new Refusal("The key for credentials in your database cannot be kept in " + folder
                + ": make that folder writable, or name a file in BINNACLE_KEYSET_FILE.");
    }

    /** Of the database itself: parameters, which may hold a password, are left out. */
    private static String digest(String databaseUrl) {
        int parameters = databaseUrl.indexOf('?');
        String database = parameters < 0 ? databaseUrl : databaseUrl.substring(0, parameters);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(database.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
