package dev.binnacle.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that starts a child and waits, for tests of what is left of the child afterwards. */
final class Starter {

    private Starter() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        String script = "sleep 600 & echo $! > grandchild; echo $$ > child; wait";
        Child child = Child.start(
                Command.of("script", List.of("/bin/sh", "-c", script))
                        .in(folder)
                        .within(Duration.ofSeconds(1)),
                folder.resolve("log"));
        child.waitFor();
    }
}
