package dev.binnacle.sandbox.seed;

import dev.binnacle.sandbox.pod.log.ContainerLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The log of one run of a pretended container. */
final class PretendedLog implements AutoCloseable {
    private static final long ROTATION_BYTES = 2L * 1024 * 1024;
    private static final double MESSAGES_PER_TICK = 0.2;

    private final LogScript script;
    private final Clock clock;
    private final RandomGenerator random;
    private final ContainerLog log;

    PretendedLog(Path file, LogScript script, Clock clock, RandomGenerator random) {
        this.script = script;
        this.clock = clock;
        this.random = random;
        this.log = new ContainerLog(file, clock, ROTATION_BYTES);
    }

    /** Writes a message now and then; a script of one message is said once. */
    void tick() throws IOException {
        if (script.messages().size() > 1 && random.nextDouble() < MESSAGES_PER_TICK) {
            write();
        }
    }

    void write() throws IOException {
        for (LogScript.Line line : script.next(random, clock.instant())) {
            log.write(line.stream(), line.text());
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
