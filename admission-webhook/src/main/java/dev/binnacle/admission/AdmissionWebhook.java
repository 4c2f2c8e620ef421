package dev.binnacle.admission;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;

/** Starts the webhook with the settings of its environment variables and ends it gracefully on SIGTERM. */
public final class AdmissionWebhook {
    private AdmissionWebhook() {}

    /** Serves until the process is asked to end. */
    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("The admission webhook cannot start: " + e.getMessage());
            System.exit(2);
            return;
        }
        Clock clock = Clock.systemUTC();
        WebhookServer server = WebhookServer.start(
                settings,
                new VerdictLines(new FileOutputStream(FileDescriptor.out), clock),
                clock,
                CurrentKey.INTERVAL);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutDown, "shutdown"));
        System.err.printf(
                "Admission webhook %s answers on port %d, probes and metrics on port %d%n",
                settings.version(), server.port(), server.managementPort());
    }
}
