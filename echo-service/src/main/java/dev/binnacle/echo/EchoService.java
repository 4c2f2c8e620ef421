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
        Clock clock = Clock.systemUTC();
        RequestLines lines = new RequestLines(output(settings, clock), clock, settings.identity());
        EchoServer server = EchoServer.start(settings, lines);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.shutDown();
                            lines.finish();
                        },
                        "shutdown"));
        System.err.printf(
                "Echo service %s answers on port %d%n", settings.identity().version(), server.port());
    }

    private static LineOutput output(Settings settings, Clock clock) {
        LineOutput standard = LineOutput.to(new FileOutputStream(FileDescriptor.out));
        return settings.logFile()
                .<LineOutput>map(file -> new FileLines(new RotatedFile(file, clock), standard, System.err, clock))
                .orElse(standard);
    }
}
