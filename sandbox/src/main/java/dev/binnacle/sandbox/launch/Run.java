package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Addresses;
import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** The whole product: PostgreSQL, then the portal, and everything else beside it. */
public final class Run {
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final Settings settings;
    private final List<Part> catalogue;
    private final Clock clock;

    public Run(Settings settings, List<Part> catalogue, Clock clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Runs until the portal ends or this process is stopped; returns the portal's exit code. */
    public int run() throws IOException, InterruptedException {
        Instant begin = clock.instant();
        Portal.checkPort(settings.port());
        if (settings.external()) {
            ExternalKubeconfig.read(settings.kubeconfig());
        }
        try (RunDirectory directory = RunDirectory.open(settings.runDirectory())) {
            var terminal = new Terminal(System.out, begin);
            terminal.say("Binnacle is starting; its files are in " + directory.path());
            var parts = new Parts(directory.path(), clock, needed());
            Path addressFile = directory.path().resolve("addresses");
            var bootstrap = new BootstrapFile(directory.path().resolve("bootstrap.json"), settings, parts.addresses());
            parts.onChange(status -> {
                terminal.show(status, clock.instant());
                bootstrap.write(parts.statuses());
                parts.addresses().write(addressFile);
            });
            bootstrap.write(parts.statuses());
            var ending = new Ending(parts, () -> {});
            ending.add(ControlServer.open(parts)::close);
            Runtime.getRuntime().addShutdownHook(new Thread(ending::stop, "stop"));
            try {
                return serve(parts, bootstrap, addressFile, terminal, ending);
            } finally {
                ending.stop();
            }
        }
    }

    private int serve(Parts parts, BootstrapFile bootstrap, Path addressFile, Terminal terminal, Ending ending)
            throws IOException, InterruptedException {
        var environment = new HashMap<String, String>();
        if (settings.databaseUrl().isBlank()) {
            parts.require("postgresql");
            environment.putAll(OwnDatabase.create(parts.addresses().get(Addresses.POSTGRESQL)));
        }
        String password = password();
        environment.put("BINNACLE_PORT", Integer.toString(settings.port()));
        environment.put("BINNACLE_MANAGEMENT_PORT", Integer.toString(parts.freePort("portal-management")));
        environment.put("BINNACLE_ADMIN_PASSWORD", password);
        environment.put("BINNACLE_BOOTSTRAP_FILE", bootstrap.path().toString());
        environment.put(
                "BINNACLE_KEYSET_FILE",
                bootstrap.path().resolveSibling("keyset.json").toString());
        environment.put("BINNACLE_SANDBOX", settings.external() ? "" : addressFile.toString());
        environment.put("KUBECONFIG", "");
        Portal portal = Portal.start(settings.port(), settings.runDirectory().resolve("logs/portal.log"), environment);
        ending.add(portal::close);
        parts.startAll();
        portal.awaitAnswer();
        terminal.say("");
        terminal.say("Open http://localhost:" + settings.port() + " and sign in as admin with " + password);
        if (!settings.databaseUrl().isBlank()) {
            terminal.say("(where the database already has accounts, those stay as they are)");
        }
        terminal.say("Ctrl-C stops everything.");
        terminal.say("");
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

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int sign = 0; sign < 16; sign++) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
