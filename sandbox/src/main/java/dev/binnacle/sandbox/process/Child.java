package dev.binnacle.sandbox.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process that ends when it is stopped, and also when this process ends, however that happens. */
public final class Child {
    private static final int LAST_LINES = 5;
    private static final long LAST_BYTES = 4096;

    private final Process process;
    private final Path log;
    private final Duration grace;
    private volatile boolean stopping;

    private Child(Process process, Path log, Duration grace) {
        this.process = process;
        this.log = log;
        this.grace = grace;
    }

    /** Starts the command; what it writes goes to the end of {@code log}. */
    public static Child start(Command command, Path log) throws IOException {
        var builder = new ProcessBuilder(Tether.tie(command.line(), command.grace()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (command.directory() != null) {
            builder.directory(command.directory().toFile());
        }
        command.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return new Child(builder.start(), log, command.grace());
    }

    /** Calls back with the last lines of the log when the process ends without having been stopped. */
    public void onDeath(Consumer<List<String>> listener) {
        var _ = process.onExit().thenRun(() -> {
            if (!stopping) {
                listener.accept(lastLines());
            }
        });
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** The process id of the command itself. */
    public long pid() {
        return process.pid();
    }

    /** Waits for the process to end by itself and returns its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** The last few lines of what it wrote; empty when there are none. */
    public List<String> lastLines() {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - LAST_BYTES));
            var bytes = ByteBuffer.allocate((int) LAST_BYTES);
            channel.read(bytes);
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Asks the process to end, kills it when its grace is over, and returns when it is gone. */
    public void stop() {
        stopping = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(grace.toMillis() + 2000, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process at once, as a crash would. */
    public void kill() {
        stopping = true;
        process.destroyForcibly();
    }
}
