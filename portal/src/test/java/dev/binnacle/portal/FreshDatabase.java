package dev.binnacle.portal;

import dev.binnacle.sandbox.Postgresql;
import dev.binnacle.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a context an empty database of the sandbox, and a key of its own. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The first administrator's. */
    static final String ADMIN_PASSWORD = UUID.randomUUID().toString();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Postgresql.Database database = Sandbox.shared().postgresql().freshDatabase();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh database",
                        Map.of(
                                "spring.datasource.url",
                                database.url(),
                                "spring.datasource.username",
                                database.user(),
                                "spring.datasource.password",
                                database.password(),
                                "spring.datasource.hikari.maximum-pool-size",
                                8,
                                "spring.datasource.hikari.data-source-properties.socketTimeout",
                                30, // so that what ends a query in tests is its own time limit
                                "binnacle.access.sandbox",
                                "",
                                "binnacle.access.admin-password",
                                ADMIN_PASSWORD,
                                "binnacle.keyset-file",
                                keysetFile())));
    }

    private static String keysetFile() {
        try {
            Path folder = Files.createTempDirectory("binnacle-keyset-");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("keyset.json");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
