package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.part.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole product: PostgreSQL, then the portal, and everything else beside it. */
public final class Run {
    private static final int INTERRUPTED = 130;

    private final Settings settings;
    private final Map<String, String> environment;
    private final List<Part> catalogue;
    private final Clock clock;

    /**
     * What the environment of this process says, of which the settings are a part.
     *
     * @param extras parts that are left out unless they are asked for by their word
     */
    public Run(Map<String, String> environment, List<Part> catalogue, Map<String, List<Part>> extras, Clock clock) {
        this.settings = Settings.of(environment);
        this.environment = environment;
        this.catalogue =
                Stream.concat(catalogue.stream(), settings.chosen(extras)).toList();
        this.clock = clock;
    }

    /** Runs until the portal ends or this process is stopped; returns the portal's exit code. */
    public int run() throws IOException, InterruptedException {
        Instant begin = clock.instant();
        Portal.checkPort(settings.port());
        StartupCache cache = StartupCache.of(PortalJar.find());
        String kubeconfig = settings.external() ? ExternalKubeconfig.read(settings.kubeconfig()) : "";
        if (!settings.databaseUrl().isBlank()) {
            OutsideDatabase.check(settings.databaseUrl(), environment);
        }
        try (RunDirectory directory = RunDirectory.open(settings.runDirectory())) {
            var terminal = new Terminal(System.out, begin);
            terminal.say("Binnacle is starting; its files are in " + directory.path());
            new OutsideSystems(settings, kubeconfig).lines().forEach(terminal::say);
            var parts = new Parts(directory.path(), clock, needed());
            Path addressFile = directory.path().resolve("addresses");
            var bootstrap = new BootstrapFile(directory.path().resolve("bootstrap.json"), settings, parts.addresses());
            parts.onChange(status -> {
                terminal.show(status, clock.instant());
                bootstrap.write(parts.statuses());
                parts.addresses().write(addressFile);
            });
            bootstrap.write(parts.statuses());
            var ending = new Ending(
                    parts,
                    () -> terminal.line("everything", "is being stopped", clock.instant()),
                    () -> terminal.line("everything", "is stopped", clock.instant()));
            terminal.until(ending::begun);
            ending.add(ControlServer.open(parts)::close);
            Runtime.getRuntime().addShutdownHook(new Thread(ending::stop, "stop"));
            try {
                PortalVariables variables = variables(parts).bootstrap(bootstrap.path());
                return serve(
                        cache,
                        parts,
                        settings.external() ? variables : variables.sandbox(addressFile),
                        terminal,
                        ending);
            } catch (PartFailure | Refusal e) {
                if (ending.begun()) {
                    return INTERRUPTED;
                }
                throw e;
            } finally {
                ending.stop();
            }
        }
    }

    private PortalVariables variables(Parts parts) {
        Map<String, String> database = Map.of();
        if (settings.databaseUrl().isBlank()) {
            parts.require("postgresql");
            database = new OwnDatabase(parts.addresses().get(Addresses.POSTGRESQL), "binnacle").create();
        }
        return new PortalVariables(database, settings.port(), parts.freePort("portal-management"))
                .keyset(new Keyset(settings, environment).file());
    }

    private int serve(StartupCache cache, Parts parts, PortalVariables variables, Terminal terminal, Ending ending)
            throws IOException, InterruptedException {
        Path logs = Files.createDirectories(settings.runDirectory().resolve("logs"));
        Portal portal = Portal.start(cache, settings.port(), logs.resolve("portal.log"), variables.values());
        ending.add(portal::close);
        parts.startAll(needed());
        portal.awaitAnswer();
        terminal.line("portal", "runs", clock.instant());
        terminal.welcome(settings, variables.adminPassword());
        new Afterwards(parts, cache, logs, terminal, clock).begin(ending);
        int code = portal.child().waitFor();
        if (!ending.begun()) {
            terminal.say("The portal ended by itself: "
                    + String.join(" | ", portal.child().lastLines()));
        }
        return code;
    }

    private List<Part> needed() {
        return catalogue.stream().filter(part -> needs(part.name())).toList();
    }

    private boolean needs(String part) {
        if (part.equals("postgresql")) {
            return settings.databaseUrl().isBlank();
        }
        return !settings.external();
    }
}
