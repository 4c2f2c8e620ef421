package dev.binnacle.sandbox.launch;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from writing between our lines: what goes wrong in them comes back as a part's state. */
public final class Quiet {
    /** Held, since a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"), Logger.getLogger("io.fabric8"));

    private Quiet() {}

    /** Silences them for the rest of this process. */
    public static void keep() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
