package dev.binnacle.sandbox;

import dev.binnacle.sandbox.launch.PlatformOnly;
import dev.binnacle.sandbox.launch.Quiet;
import dev.binnacle.sandbox.launch.Refusal;
import dev.binnacle.sandbox.launch.Run;
import dev.binnacle.sandbox.part.PartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Starts the product on the sandbox, or, with {@code --platform-only --address-file FILE}, the platform alone. With
 * {@code --until-end-of PROCESS} the product ends when that process does.
 *
 * <p>Environment: {@code KUBECONFIG}, {@code PROMETHEUS_URL}, {@code ALERTMANAGER_URL}, {@code ELASTICSEARCH_URL} and
 * {@code DATABASE_URL} replace parts; {@code WITH} adds some; {@code BINNACLE_PORT} and {@code BINNACLE_RUN_DIR} say where.
 */
public final class Launcher {
    private static final int OLDEST_JAVA = 25;

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.exit(launch(arguments));
        } catch (Refusal | PartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("Binnacle cannot go on: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int launch(String[] arguments) throws IOException, InterruptedException {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            throw new PartFailure("This is Java " + Runtime.version().feature()
                    + ": install a JDK 25 and name its folder in JAVA_HOME.");
        }
        Quiet.keep();
        Clock clock = Clock.systemUTC();
        if (arguments.length == 3 && arguments[0].equals("--platform-only") && arguments[1].equals("--address-file")) {
            new PlatformOnly(Path.of(arguments[2]), Catalogue.partsForTests(), Catalogue.onDemand(), clock).run();
            return 0;
        }
        if (arguments.length == 2 && arguments[0].equals("--until-end-of")) {
            endWith(arguments[1]);
        } else if (arguments.length > 0) {
            throw new PartFailure("Usage: Launcher [--platform-only --address-file FILE | --until-end-of PROCESS]");
        }
        return new Run(System.getenv(), Catalogue.parts(), Catalogue.extras(), clock).run();
    }

    /** Ends with that process, such as a make that is killed while it waits for this one. */
    private static void endWith(String process) {
        var watched = ProcessHandle.of(Long.parseLong(process));
        if (watched.isEmpty()) {
            System.exit(1);
        }
        var _ = watched.get().onExit().thenRun(() -> System.exit(1));
    }
}
