package dev.binnacle.sandbox.data;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartContext;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from Maven Central, on loopback without a password; its data stays in the run folder. */
public final class PostgresqlPart implements Part {
    /** Waits for the end of the sandbox and then ends the server that the file names, which detaches itself. */
    private static final String GUARD = """
            trap 'kill -INT "$(head -n 1 "$1")"; exit 0' TERM
            while :; do sleep 3600 & wait $!; done
            """;

    private @Nullable EmbeddedPostgres server;
    private @Nullable Child guard;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void start(PartContext context) throws IOException {
        Path data = context.directory("postgresql");
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        context.directory("postgresql-programs").toFile())
                .setPort(context.port("postgresql"))
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        server = started;
        guard = context.run(
                Command.of("postgresql-guard", List.of("/bin/sh", "-c", GUARD, "guard", data + "/postmaster.pid")));
        context.addresses().publish(Addresses.POSTGRESQL, started.getJdbcUrl("postgres", "postgres"));
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        } finally {
            server = null;
            if (guard != null) {
                guard.stop();
                guard = null;
            }
        }
    }
}
