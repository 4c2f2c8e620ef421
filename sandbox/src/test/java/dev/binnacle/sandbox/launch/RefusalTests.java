package dev.binnacle.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.binnacle.sandbox.Postgresql.Database;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps {@code make run} from starting is said in one sentence that says what to do. */
class RefusalTests {
    @TempDir
    private Path folder;

    @Test
    void aPortInUse() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Portal.checkPort(other.getLocalPort()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is in use")
                    .hasMessageContaining("BINNACLE_PORT=");
        }
    }

    @Test
    void aRunDirectoryWithSomebodysFiles() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "not ours");

        assertThatThrownBy(() -> RunDirectory.open(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("BINNACLE_RUN_DIR");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void aRunDirectoryThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> RunDirectory.open(file.resolve("run")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("BINNACLE_RUN_DIR");
    }

    @Test
    void aKubeconfigThatIsNotThereOrIsNone() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no kubeconfig");

        for (Path file : new Path[] {folder.resolve("missing"), folder, text}) {
            assertThatThrownBy(() -> ExternalKubeconfig.read(file.toString()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("KUBECONFIG names " + file);
        }
    }

    @Test
    void aDatabaseThatCannotBeReached() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> OutsideDatabase.check("jdbc:postgresql://127.0.0.1:" + port + "/any", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void aDatabaseThatDoesNotExistOrLetsNobodyIn() {
        Database database = Sandbox.shared().postgresql().freshDatabase();

        assertThatThrownBy(() -> OutsideDatabase.check(
                        database.url() + "_no", Map.of("DATABASE_USER", "postgres", "DATABASE_PASSWORD", "any")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> OutsideDatabase.check(database.url(), Map.of("DATABASE_USER", "nobody")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("DATABASE_USER");
    }
}
