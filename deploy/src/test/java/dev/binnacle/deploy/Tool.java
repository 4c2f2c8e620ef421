package dev.binnacle.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that a test needs, by its path, or by a name that a machine may lack. */
record Tool(String name) {

    /** Skips the test where the program is not on the PATH. */
    void isThere() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(there, name + " is not installed");
    }

    /**
     * Fails unless it ends well within five minutes.
     *
     * @return what it said
     */
    String accepts(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Ended ended = run(folder, environment, arguments);
        assertThat(ended.code()).as("%s said: %s", name, ended.said()).isZero();
        return ended.said();
    }

    String accepts(List<String> arguments) throws IOException, InterruptedException {
        return accepts(ProjectFiles.ROOT, Map.of(), arguments);
    }

    /**
     * Fails unless it ends with an error within five minutes.
     *
     * @return what it said
     */
    String refuses(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Ended ended = run(folder, environment, arguments);
        assertThat(ended.code()).as("%s said: %s", name, ended.said()).isNotZero();
        return ended.said();
    }

    /** How it ended, and all that it said. */
    record Ended(int code, String said) {}

    /** Fails unless it ends within five minutes, well or not. */
    Ended run(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Path answer = Files.createTempFile("tool", ".txt");
        try {
            ProcessBuilder command = new ProcessBuilder(
                            Stream.concat(Stream.of(name), arguments.stream()).toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile());
            command.environment().putAll(environment);
            Process process = command.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = Files.readString(answer, UTF_8);
            assertThat(ended)
                    .as("%s ends within five minutes; it said: %s", name, said)
                    .isTrue();
            return new Ended(process.exitValue(), said);
        } finally {
            Files.delete(answer);
        }
    }
}
