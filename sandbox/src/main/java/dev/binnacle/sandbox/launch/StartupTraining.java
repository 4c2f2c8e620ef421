package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the {@link StartupCache}: unpacks the portal, starts it once on a database of its own while the JVM takes notes,
 * and lets the JVM make the cache of them. Half a minute of one processor, with the lowest priority.
 */
final class StartupTraining implements AutoCloseable {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int VISITS = 20;

    private final StartupCache cache;
    private final Path log;
    private Optional<Child> running = Optional.empty();
    private boolean closed;

    /** The log gets what the portal and the JVM say. */
    StartupTraining(StartupCache cache, Path log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * Returns when the cache is made.
     *
     * @param port where the portal listens meanwhile
     * @param environment with an empty database and a port for the management
     * @throws Refusal when a step fails; the portal then starts without the cache
     */
    void run(int port, Map<String, String> environment) throws IOException, InterruptedException {
        Path folder = cache.emptyFolder();
        Path notes = folder.resolve("notes");
        Path unfinished = folder.resolve("unfinished");
        step("-Djarmode=tools", "-jar", cache.jar().path(), "extract", "--destination", cache.unpackedFolder());
        record(notes, port, environment);
        step(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + notes,
                "-XX:AOTCache=" + unfinished,
                "-jar",
                cache.unpacked());
        Files.delete(notes);
        cache.take(unfinished);
    }

    /** Ends it where it has got to; what is unfinished is made anew the next time. */
    @Override
    public void close() {
        Optional<Child> last;
        synchronized (this) {
            closed = true;
            last = running;
        }
        last.ifPresent(Child::stop);
    }

    private void record(Path notes, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        Child child =
                start(environment, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes, "-jar", cache.unpacked());
        var answers = new PortalAnswers(port, child);
        for (int visit = 0; visit < VISITS; visit++) {
            answers.await("/sign-in");
        }
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroy);
        child.waitFor();
        if (!Files.isRegularFile(notes)) {
            throw failure();
        }
    }

    private void step(Object... arguments) throws IOException, InterruptedException {
        if (start(Map.of(), arguments).waitFor() != 0) {
            throw failure();
        }
    }

    private synchronized Child start(Map<String, String> environment, Object... arguments) throws IOException {
        if (closed) {
            throw new Refusal("Binnacle is being stopped.");
        }
        var line = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        line.addAll(Portal.JAVA);
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        Child child = Child.start(
                Command.of("startup-training", line).with(environment).within(GRACE), log);
        running = Optional.of(child);
        return child;
    }

    private Refusal failure() {
        return new Refusal("The ahead-of-time cache could not be made; see " + log + ".");
    }
}
