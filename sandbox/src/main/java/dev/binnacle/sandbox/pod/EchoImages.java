package dev.binnacle.sandbox.pod;

import dev.binnacle.sandbox.part.RepositoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The image, or nothing where the echo service has not been built. */
    static Optional<BundledImage> find() throws IOException {
        String named = System.getProperty(JAR, "");
        Optional<Path> jar = named.isEmpty() ? built() : Optional.of(Path.of(named));
        return jar.map(file -> BundledImage.of(REPOSITORY, tags(file), file, "ECHO_VERSION"));
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
