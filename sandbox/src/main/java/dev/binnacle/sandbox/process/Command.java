package dev.binnacle.sandbox.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param name names the log file and the process in messages
 * @param line the program and its arguments
 * @param environment variables added to those of this process; an empty value removes one
 * @param directory where it runs; null for the current one
 * @param grace how long it may take to end after it was asked to
 */
public record Command(
        String name,
        List<String> line,
        Map<String, String> environment,
        @Nullable Path directory,
        Duration grace) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A command with ten seconds of grace in the current folder. */
    public static Command of(String name, List<String> line) {
        return new Command(name, line, Map.of(), null, Duration.ofSeconds(10));
    }

    public Command in(Path place) {
        return new Command(name, line, environment, place, grace);
    }

    public Command with(Map<String, String> variables) {
        return new Command(name, line, variables, directory, grace);
    }

    public Command within(Duration time) {
        return new Command(name, line, environment, directory, time);
    }
}
