package dev.binnacle.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.binnacle.sandbox.Postgresql;
import dev.binnacle.sandbox.Sandbox;
import dev.binnacle.sandbox.part.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the packaged portal from its process's start to the sign-in page, with PostgreSQL up and the schema to be
 * made, with the ahead-of-time cache and without (goal P7). {@code -Dbench.starts} sets how often each; the median counts.
 */
class FirstPageBench {
    private static final int STARTS = Integer.getInteger("bench.starts", 3);

    private final Postgresql postgresql = Sandbox.shared().postgresql();

    @TempDir
    private Path folder;

    @Test
    void theCacheMakesTheFirstPageComeSooner() throws Exception {
        PortalJar jar = PortalJar.find();
        StartupCache cache = StartupCache.of(jar);
        if (!cache.made()) {
            int port = FreePorts.next();
            new StartupTraining(cache, folder.resolve("training.log")).run(port, variables(port));
        }
        long[] plain = new long[STARTS];
        long[] cached = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            plain[start] = start(StartupCache.none(jar));
            cached[start] = start(cache);
        }
        System.out.printf("P7 first page of the plain jar:  %.1f s%n", median(plain) / 1e9);
        System.out.printf("P7 first page with its cache:    %.1f s (goal 6)%n", median(cached) / 1e9);
        System.out.printf("P7 with / without:               %.2f (goal 0.45)%n", median(cached) / median(plain));
        assertThat(median(cached)).isLessThan(median(plain));
    }

    private long start(StartupCache cache) throws IOException, InterruptedException {
        int port = FreePorts.next();
        Map<String, String> variables = variables(port);
        long begin = System.nanoTime();
        try (Portal portal = Portal.start(cache, port, folder.resolve("portal.log"), variables)) {
            portal.awaitAnswer();
            return System.nanoTime() - begin;
        }
    }

    private Map<String, String> variables(int port) throws IOException {
        var database = postgresql.freshDatabase();
        var variables = Map.of(
                "DATABASE_URL", database.url(),
                "DATABASE_USER", database.user(),
                "DATABASE_PASSWORD", database.password());
        return new PortalVariables(variables, port, FreePorts.next())
                .keyset(folder.resolve("keyset.json"))
                .values();
    }

    private static double median(long[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
