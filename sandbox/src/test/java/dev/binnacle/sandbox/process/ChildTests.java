package dev.binnacle.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void aStoppedChildIsGoneWithWhatItStarted() throws IOException, InterruptedException {
        Child child = start("sleep 600 & echo $! > grandchild; wait", Duration.ofSeconds(2));
        long grandchild = pid("grandchild");

        child.stop();

        awaitEnd(child.pid());
        awaitEnd(grandchild);
    }

    @Test
    void aChildThatDoesNotListenIsKilledAfterItsGrace() throws IOException, InterruptedException {
        Child child = start("trap '' TERM; echo $$ > ready; while :; do sleep 0.1; done", Duration.ofMillis(300));
        pid("ready");

        child.stop();

        awaitEnd(child.pid());
    }

    @Test
    void aChildThatEndsByItselfIsReportedWithItsLastLines() throws IOException, InterruptedException {
        var reports = new ArrayBlockingQueue<List<String>>(1);
        start("echo first; echo last; exit 3", Duration.ofSeconds(1)).onDeath(reports::add);

        assertThat(reports.poll(20, TimeUnit.SECONDS)).containsExactly("first", "last");
    }

    @Test
    void childrenEndWhenTheirStarterIsAskedTo() throws IOException, InterruptedException {
        starterEndsBy(ProcessHandle::destroy);
    }

    @Test
    void childrenEndWhenTheirStarterIsKilled() throws IOException, InterruptedException {
        starterEndsBy(ProcessHandle::destroyForcibly);
    }

    private void starterEndsBy(Ending ending) throws IOException, InterruptedException {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        long child = pid("child");
        long grandchild = pid("grandchild");

        ending.end(starter.toHandle());

        awaitEnd(child);
        awaitEnd(grandchild);
    }

    private Child start(String script, Duration grace) throws IOException {
        Command command = Command.of("script", List.of("/bin/sh", "-c", script));
        return Child.start(command.in(folder).within(grace), folder.resolve("log"));
    }

    private long pid(String file) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Path path = folder.resolve(file);
        while (!Files.exists(path) || Files.readString(path).isBlank()) {
            assertThat(System.nanoTime()).as("in time for " + file).isLessThan(deadline);
            Thread.sleep(Duration.ofMillis(20));
        }
        return Long.parseLong(Files.readString(path).strip());
    }

    private static void awaitEnd(long pid) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runs(pid)) {
            assertThat(System.nanoTime()).as("in time for the end of " + pid).isLessThan(deadline);
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** A process that has ended and that nobody has asked about yet counts as ended. */
    private static boolean runs(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (ProcessHandle.of(pid).isEmpty()) {
            return false;
        }
        try {
            return !Files.exists(status) || !Files.readString(status).contains("State:\tZ");
        } catch (IOException _) {
            return false;
        }
    }

    private interface Ending {
        boolean end(ProcessHandle process);
    }
}
