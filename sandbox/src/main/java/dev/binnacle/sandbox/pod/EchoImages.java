package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.part.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the echo service that the build has made, and gives its image the tags that can be deployed. */
final class EchoImages {

    /** The system property that names the jar where it does not lie in the project. */
    static final String JAR = "binnacle.echo-service.jar";

    static final String REPOSITORY = "binnacle/echo-service";

    private static final String SNAPSHOT = "-SNAPSHOT";

    private EchoImages() {}

    /**
     * The image, or nothing where the echo service has not been built.
     *
     * @param store where a copy of the program is kept: a build may replace the original while pods run
     */
    static Optional<BundledImage> find(Path store) throws IOException {
        String named = System.getProperty(JAR, "");
        Optional<Path> jar = named.isEmpty() ? built() : Optional.of(Path.of(named));
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        Path file = copy(jar.get(), store);
        return Optional.of(BundledImage.of(REPOSITORY, tags(file), file, "ECHO_VERSION"));
    }

    /** Copies it into a folder of its time; one that is there already may be running. */
    private static Path copy(Path jar, Path store) throws IOException {
        Path folder = store.resolve(Long.toString(Files.getLastModifiedTime(jar).toMillis()));
        Path copy = Files.createDirectories(folder).resolve(jar.getFileName());
        if (!Files.exists(copy)) {
            Path unfinished = folder.resolve("unfinished");
            Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    /** The version, with and without what marks it as unfinished, its canary, and the next patch: all the same program. */
    static Set<String> tags(Path jar) {
        String name = jar.getFileName().toString();
        String version = name.replaceAll("^echo-service-|\\.jar$", "");
        String release = version.replace(SNAPSHOT, "");
        int dot = release.lastIndexOf('.') + 1;
        String patch = release.substring(dot);
        String next =
                patch.matches("\\d+") ? release.substring(0, dot) + (Integer.parseInt(patch) + 1) : release + ".1";
        return Set.of(release, release + "-canary", next, release + SNAPSHOT);
    }

    private static Optional<Path> built() throws IOException {
        Optional<Path> target = RepositoryFolder.find(Path.of("echo-service", "target"));
        return target.isEmpty() ? Optional.empty() : newest(target.get());
    }

    private static Optional<Path> newest(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches("echo-service-\\d[^/]*\\.jar"))
                    .sorted()
                    .toList();
            return jars.isEmpty() ? Optional.empty() : Optional.of(jars.getLast());
        }
    }
}
