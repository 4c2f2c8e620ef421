package dev.binnacle.sandbox.program;

import dev.binnacle.sandbox.part.PartFailure;
import dev.binnacle.sandbox.process.Child;
import dev.binnacle.sandbox.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run of {@code go build}, whose progress is counted in packages. */
final class GoBuild {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Go go;
    private final Program program;
    private final GoModule module;
    private final Progress progress;
    private final long began = System.nanoTime();

    GoBuild(Go go, Program program, GoModule module, Progress progress) {
        this.go = go;
        this.program = program;
        this.module = module;
        this.progress = progress;
    }

    void run(Path sources, Path target) throws IOException, InterruptedException {
        Path log = sources.resolveSibling("build.log");
        Path list = sources.resolveSibling("packages.txt");
        run(sources, list, List.of("list", "-deps", "-tags", program.tags(), program.goPackage()), 0);
        long packages = count(list);
        run(
                sources,
                log,
                List.of(
                        "build",
                        "-v",
                        "-trimpath",
                        "-tags",
                        program.tags(),
                        "-ldflags",
                        module.linkerFlags(),
                        "-o",
                        target.toString(),
                        program.goPackage()),
                packages);
        if (!Files.isExecutable(target)) {
            throw new PartFailure("Go built " + program.title() + " and left no program; see " + log + ".");
        }
    }

    private void run(Path sources, Path log, List<String> arguments, long packages)
            throws IOException, InterruptedException {
        Files.deleteIfExists(log);
        var line = new ArrayList<>(List.of(go.command().toString()));
        line.addAll(arguments);
        Child child = Child.start(
                Command.of("go", line).in(sources).with(environment()).within(Duration.ofSeconds(2)), log);
        try {
            while (child.alive()) {
                tell(log, packages);
                Thread.sleep(LOOK_EVERY);
            }
            if (child.waitFor() != 0) {
                throw new PartFailure("%s could not be built: %s (all of it in %s)."
                        .formatted(program.title(), String.join(" | ", child.lastLines()), log));
            }
        } finally {
            child.stop();
        }
    }

    /** Minutes, not a promise: what Go has in its cache is not printed, so the last part may come at once. */
    private void tell(Path log, long packages) throws IOException {
        long minutes = Duration.ofNanos(System.nanoTime() - began).toMinutes();
        String time = minutes == 0 ? "" : ", " + minutes + " min";
        int percent = packages == 0 ? 0 : (int) Math.min(99, 100 * count(log) / packages);
        progress.building(program.title() + " is being built" + time, percent);
    }

    private static long count(Path file) throws IOException {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.filter(line -> !line.startsWith("go: ")).count();
        }
    }

    private Map<String, String> environment() {
        return Map.of("GOTOOLCHAIN", module.toolchain(), "CGO_ENABLED", "0", "GOWORK", "off");
    }
}
