package dev.binnacle.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell script that ties a process to this one: it holds the reading end of a pipe whose writing end is ours alone,
 * and ends the process when the pipe closes. The kernel closes it however this process ends, by {@code kill -9} too.
 */
public final class Tether {
    private static final String SCRIPT = script();

    private Tether() {}

    /** The command that runs {@code line} on a tether, in a session of its own where the system offers that. */
    public static List<String> tie(List<String> line, Duration grace) {
        var tied = new ArrayList<String>();
        boolean alone = Files.isExecutable(Path.of("/usr/bin/setsid"));
        if (alone) {
            tied.add("/usr/bin/setsid");
        }
        tied.addAll(List.of("/bin/sh", "-c", SCRIPT, "tether"));
        tied.add(Long.toString(grace.toMillis() / 100));
        tied.add(alone ? "alone" : "shared");
        tied.addAll(line);
        return tied;
    }

    private static String script() {
        try (InputStream stream = Tether.class.getResourceAsStream("tether.sh")) {
            if (stream == null) {
                throw new IllegalStateException("tether.sh is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
