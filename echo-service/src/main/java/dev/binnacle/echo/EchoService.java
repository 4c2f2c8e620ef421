package dev.binnacle.echo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;

/** Starts the echo service with the settings of its environment variables and ends it gracefully on SIGTERM. */
public final class EchoService {
    private EchoService() {}

    /** Serves until the process is asked to end. */
    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("The echo service cannot start: " + e.getMessage());
            System.exit(2);
            return;
        }
        RequestLines lines =
                new RequestLines(new FileOutputStream(FileDescriptor.out), Clock.systemUTC(), settings.identity());
        EchoServer server = EchoServer.start(settings, lines);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutDown, "shutdown"));
        System.err.printf(
                "Echo service %s answers on port %d%n", settings.identity().version(), server.port());
    }
}
