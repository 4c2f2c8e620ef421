package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.PartState;
import dev.binnacle.sandbox.part.PartStatus;
import dev.binnacle.sandbox.part.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** What is done when every part has started: the terminal says so, and the next start is made faster. */
final class Afterwards {
    private static final String DATABASE = "binnacle_training";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Parts parts;
    private final StartupCache cache;
    private final Path logs;
    private final Terminal terminal;
    private final InstantSource clock;

    Afterwards(Parts parts, StartupCache cache, Path logs, Terminal terminal, InstantSource clock) {
        this.parts = parts;
        this.cache = cache;
        this.logs = logs;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Begins in the background. */
    void begin(Ending ending) {
        Thread.ofVirtual().name("afterwards").start(() -> {
            try {
                awaitParts();
                if (!ending.begun()) {
                    terminal.sum(parts.statuses(), clock.instant());
                    train(ending);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void awaitParts() throws InterruptedException {
        while (parts.statuses().stream().anyMatch(Afterwards::underWay)) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** A part that waits for another that has failed says so. */
    private static boolean underWay(PartStatus status) {
        return status.state() == PartState.BUILDING
                || status.state() == PartState.STARTING
                || (status.state() == PartState.WAITING && status.detail().isEmpty());
    }

    private void train(Ending ending) throws InterruptedException {
        var server = parts.addresses().find(Addresses.POSTGRESQL);
        if (cache.made() || server.isEmpty()) {
            return;
        }
        Path log = logs.resolve("startup-training.log");
        var training = new StartupTraining(cache, log);
        ending.add(training::close);
        try {
            var database = new OwnDatabase(server.get(), DATABASE);
            int port = parts.freePort("training");
            var variables = new PortalVariables(database.create(), port, parts.freePort("training-management"));
            training.run(
                    port,
                    variables
                            .keyset(logs.resolveSibling("training-keyset.json"))
                            .values());
            database.drop();
            terminal.line("startup cache", "made: the portal's next start takes half the time", clock.instant());
        } catch (Refusal | IOException | IllegalStateException e) {
            if (!ending.begun()) {
                terminal.line("startup cache", "could not be made, and is not needed; see " + log, clock.instant());
            }
        }
    }
}
