package dev.binnacle.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTests {
    private static final String DATABASE = "jdbc:postgresql://host/binnacle";

    @TempDir
    private Path folder;

    @Test
    void theSandboxsEndsWithItsRun() {
        assertThat(file(Map.of("BINNACLE_RUN_DIR", folder.toString()))).isEqualTo(folder.resolve("keyset.json"));
    }

    @Test
    void aDatabaseOfTheUsersHasOneThatStays() throws IOException {
        Path file = file(data("DATABASE_URL", DATABASE));

        assertThat(file.getParent()).isEqualTo(folder.resolve("binnacle"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("binnacle"))))
                .isEqualTo("rwx------");
        assertThat(file(data("DATABASE_URL", DATABASE + "?password=any"))).isEqualTo(file);
        assertThat(file(data("DATABASE_URL", DATABASE + "2"))).isNotEqualTo(file);
    }

    @Test
    void aFileThatIsNamedIsTaken() {
        assertThat(file(Map.of("DATABASE_URL", DATABASE, "BINNACLE_KEYSET_FILE", "/keys/set.json")))
                .isEqualTo(Path.of("/keys/set.json"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Files.writeString(folder.resolve("binnacle"), "a file");

        assertThatThrownBy(() -> file(data("DATABASE_URL", DATABASE)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("BINNACLE_KEYSET_FILE");
    }

    private Map<String, String> data(String name, String value) {
        return Map.of("XDG_DATA_HOME", folder.toString(), name, value);
    }

    private static Path file(Map<String, String> environment) {
        return new Keyset(Settings.of(environment), environment).file();
    }
}
